/** What the manager says when it cannot do what it was asked. */
import { StudioError } from '../../shared/errors.ts';
import type { OwnImport } from './own.ts';
import type { ModelEntry, ModelSource } from './registry.ts';

/** A source that was asked, by its name, and what it answered. */
export interface SourceAnswer {
  readonly source: string;
  readonly error: StudioError;
}

export function describeSource(source: ModelSource, folder: string | undefined): string {
  if (source.kind === 'hub') return `the model hub (${source.repository})`;
  if (source.kind === 'package')
    return `the package registries (${source.packages.map((entry) => entry.name).join(', ')})`;
  return `the folder ${folder}`;
}

/** Why none of the sources had the model. */
export function noSource(model: ModelEntry, answers: readonly SourceAnswer[]): StudioError {
  const last = answers.at(-1)?.error;
  const lines = answers.map(({ source, error }) => `\n- ${source}: ${error.message}`);
  const hints = [...new Set(answers.map(({ error }) => error.hint).filter((hint) => hint !== undefined))];
  if (model.sources.every(({ kind }) => kind === 'shipped')) {
    return new StudioError('missing', `${model.title}, which comes with Storyloom, is not whole.`, {
      hint: 'Install Storyloom again.',
      data: { model: model.id },
    });
  }
  return new StudioError(last?.code ?? 'missing', `${model.title} could not be fetched.${lines.join('')}`, {
    hint: [...hints, `With the files at hand: storyloom models import ${model.id} FOLDER`].join(' '),
    data: {
      model: model.id,
      sources: answers.map(({ source, error }) => ({
        source,
        code: error.code,
        message: error.message,
        ...error.data,
      })),
    },
    cause: last,
  });
}

/** Of two models under one id, one would be lost. */
export function requireFree(
  id: string,
  folder: string,
  {
    known,
    isThere,
    own,
  }: { readonly known: ModelEntry | undefined; readonly isThere: boolean; readonly own: OwnImport },
): void {
  if (known) {
    throw new StudioError('option', `${id} is the name of ${known.title}.`, {
      hint: `Name yours otherwise: storyloom models import ${folder} --id my-${id}. If it is that very model: storyloom models import ${id} ${folder}`,
    });
  }
  if (!isThere || own.replace === true) return;
  throw new StudioError('option', `There is a model named ${id} already.`, {
    hint: 'Give this one another name (--id), or have it take the place of the other (--replace).',
  });
}

export function notWhole(title: string, id: string): StudioError {
  return new StudioError('missing', `${title} is not whole any more.`, {
    hint: `Import it again from where you have it: storyloom models import FOLDER --id ${id} --replace`,
  });
}

export function notOfRegistry(title: string, folder: string): StudioError {
  return new StudioError('option', `${title} is a model of your own: it is not known what its files must be.`, {
    hint: `Import it as such: storyloom models import ${folder} --replace`,
  });
}

interface Wanted {
  readonly id: string;
  readonly isOwn: boolean;
  readonly licence: { readonly name: string };
}

/**
 * A model that somebody cannot do without, and that is not here.
 * @param who the model, and what it was to do: 'Crisp, which is to enlarge,'
 * @param from what one of the user's own is imported from: 'FOLDER'
 * @param instead what can be done without it
 */
export function notHere(
  { id, isOwn, licence }: Wanted,
  { who, from, instead }: { readonly who: string; readonly from: string; readonly instead: string },
): StudioError {
  const how = isOwn
    ? `Import it again: storyloom models import ${from} --id ${id} --replace`
    : `Fetch it (licence: ${licence.name}): storyloom models fetch ${id}`;
  return new StudioError('missing', `${who} is not on this computer, or not whole.`, {
    hint: `${how}, ${instead}`,
    data: { model: id },
  });
}
