// node rivals.mjs compromise|wink-nlp TEXTS.json WARM-UP SECONDS: characters per second, one thread, the texts round and round.
import { readFileSync } from 'node:fs';

const [name, list, warmUp, seconds] = process.argv.slice(2);
const texts = JSON.parse(readFileSync(list, 'utf8'));

async function reader() {
  if (name === 'compromise') {
    const { default: nlp } = await import('compromise');
    return text => {
      const doc = nlp(text);
      return doc.people().out('array').length + doc.places().out('array').length + doc.organizations().out('array').length;
    };
  }

  const [{ default: winkNLP }, { default: model }] = await Promise.all([import('wink-nlp'), import('wink-eng-lite-web-model')]);
  const nlp = winkNLP(model);
  return text => nlp.readDoc(text).entities().out().length;
}

function round(read, length) {
  const began = performance.now();
  let characters = 0, found = 0;
  while (performance.now() - began < length * 1000)
    for (const text of texts) {
      found += read(text);
      characters += text.length;
    }
  if (found === 0) throw new Error('Nothing was found.');
  return characters / ((performance.now() - began) / 1000);
}

const read = await reader();
round(read, Number(warmUp));
console.log(round(read, Number(seconds)));
