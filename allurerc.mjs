import { defineConfig } from 'allure';

export default defineConfig({
  name: 'Diapason',
  appendHistory: false,
  plugins: {
    awesome: {
      options: {
        reportName: 'Diapason — conformité du parcours fournisseur',
        reportLanguage: 'fr',
        singleFile: true,
        groupBy: ['epic', 'feature'],
      },
    },
  },
});
