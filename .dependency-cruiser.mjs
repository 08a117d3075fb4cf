/** Imports point one way: features → steps → support → fixtures; reports stand apart; cli, bench and targets on top. */
const room = (name, allowed) => ({
  name: `${name} imports only ${allowed.join(', ') || 'itself'}`,
  severity: 'error',
  from: { path: `^${name}/` },
  to: {
    path: '^(steps|support|fixtures|reports|cli|bench|targets|setup)/',
    pathNot: `^(${[name, ...allowed].join('|')})/`,
  },
});

export default {
  forbidden: [
    room('fixtures', []),
    room('reports', []),
    room('setup', []),
    room('support', ['fixtures', 'setup']),
    room('steps', ['support', 'fixtures']),
    { name: 'no circle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no unknown module', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
