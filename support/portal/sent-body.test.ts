import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { replaceInBody } from './sent-body.ts';

const EVERYWHERE = { typed: 'a b@c', faulty: 'é&x' };

describe('what a browser sends, with one value replaced', () => {
  it('is a form', () => {
    assert.equal(
      replaceInBody('mot=a+b%40c&encore=a+b%40c&autre=z', EVERYWHERE),
      'mot=%C3%A9%26x&encore=%C3%A9%26x&autre=z',
    );
  });

  it('is a multipart form, whose other parts stay as they are', () => {
    const body = (value: string): string =>
      `--X\r\nContent-Disposition: form-data; name="mot"\r\n\r\n${value}\r\n--X\r\nContent-Disposition: form-data; name="autre"\r\n\r\nz\r\n--X--\r\n`;
    assert.equal(replaceInBody(body('a b@c'), EVERYWHERE), body('é&x'));
  });

  it('is JSON, at any depth', () => {
    assert.equal(
      replaceInBody('{"q":[{"mot":"a b@c","n":1}],"autre":null}', EVERYWHERE),
      '{"q":[{"mot":"é&x","n":1}],"autre":null}',
    );
    assert.equal(replaceInBody('["a b@c"]', EVERYWHERE), '["é&x"]');
  });

  it('has the named field replaced and not its likes', () => {
    const one = { typed: 'x', faulty: 'y', names: ['bis'] };
    assert.equal(replaceInBody('un=x&bis=x', one), 'un=x&bis=y');
    assert.equal(replaceInBody('{"un":"x","bis":"x"}', one), '{"un":"x","bis":"y"}');
  });

  it('needs no name when there is only one such value', () => {
    assert.equal(replaceInBody('autre=x', { typed: 'x', faulty: 'y', names: ['bis'] }), 'autre=y');
  });

  it('is left alone when the value is not there, or is one of several that nothing tells apart', () => {
    assert.equal(replaceInBody('mot=z', EVERYWHERE), undefined);
    assert.equal(replaceInBody('', EVERYWHERE), undefined);
    assert.equal(replaceInBody('un=x&deux=x', { typed: 'x', faulty: 'y', names: ['bis'] }), undefined);
  });
});
