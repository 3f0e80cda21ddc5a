import model from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';
import { PosAutomaton } from './pos-automaton.js';

/** What wink-nlp knows of the tokens of a text by themselves, as far as it is read here. */
export interface WinkRecord {
  /** Four numbers a token: its form, its expansion and the white space before it, lemma and part of speech, flags. */
  readonly tokens: readonly number[];
  /** Usual parts of speech. */
  readonly tags: readonly number[];
  readonly cache: {
    value(form: number): string;
    property(form: number, name: 'posHint'): number;
    normal(form: number): number;
    /** The normal form of a part of a contraction, by its expansion. */
    nox(expansion: number): number;
    isMemberPOS(normal: number, pos: number): boolean;
  };
}

/** The vocabulary: forms by number and numbers by form. wink-nlp adds to it what it meets. */
interface Lexemes {
  readonly list: readonly string[];
  readonly hash: Record<string, number>;
}

interface CoreModel {
  readonly features: { readonly pos: { readonly list: readonly string[] }; readonly lexeme: Lexemes };
}

interface PosModel {
  readonly machines: readonly string[];
  readonly setter: (record: Omit<WinkRecord, 'tags'>, tags: readonly number[]) => void;
}

/** What a language model is to wink-nlp, as far as it is read here: functions that it calls as it loads. */
interface Model {
  readonly core: () => CoreModel;
  readonly pos: () => PosModel;
  readonly metaCER: () => unknown;
}

/** After so many forms that it was made to forget wink-nlp is loaded anew: their numbers stay in its tables. */
const MOST_FORGOTTEN = 1 << 17;
const MODEL = model as unknown as Model;
/** Asked for once: the model's own function writes the same machine as JSON of JSON again each time, twice as long with every load. */
const META_CER = MODEL.metaCER();

/**
 * wink-nlp's part-of-speech tagger, taken apart: what it knows of words by themselves, and the automata that correct that by the
 * words around. It is given a model without automata, whose `setter` keeps what it is told. And what wink-nlp learns from a text
 * it is made to forget: with it "Rubio’s" is one word or two, as the texts read before have it, and the same text must have
 * the same output.
 */
export class WinkTagger {
  readonly automata: readonly PosAutomaton[] = MODEL.pos().machines.map((json) => new PosAutomaton(json));
  private record: WinkRecord | undefined;
  private core: CoreModel | undefined;
  /** Forms with lower numbers belong to the model or are forgotten. */
  private forgotten = 0;
  private mostForms = 0;
  private nlp = this.load();

  /** Names of the parts of speech, by number. */
  get names(): readonly string[] {
    return this.core?.features.pos.list ?? [];
  }

  /** What is known of the words of a run without white space. */
  read(run: string): WinkRecord {
    if (this.forgotten > this.mostForms) this.nlp = this.load();
    this.record = undefined;
    this.nlp.readDoc(run);
    this.forget();
    if (!this.record) throw new Error('wink-nlp has not asked its model for parts of speech');
    return this.record;
  }

  private load(): ReturnType<typeof winkNlp> {
    const core = (): CoreModel => (this.core = MODEL.core());
    const setter: PosModel['setter'] = ({ tokens, cache }, tags) => {
      this.record = { tokens, cache, tags };
    };
    const pos = (): PosModel => ({ ...MODEL.pos(), machines: [], setter });
    const nlp = winkNlp({ ...MODEL, core, pos, metaCER: () => META_CER } as unknown as typeof model, ['pos']);
    this.forgotten = this.core?.features.lexeme.list.length ?? 0;
    this.mostForms = this.forgotten + MOST_FORGOTTEN;
    return nlp;
  }

  private forget(): void {
    const { list, hash } = this.core?.features.lexeme ?? { list: [], hash: {} };
    for (; this.forgotten < list.length; this.forgotten += 1) Reflect.deleteProperty(hash, list[this.forgotten] ?? '');
  }
}
