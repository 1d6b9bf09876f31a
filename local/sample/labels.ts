import type { ChoiceList } from '../../schemas/choice-lists.ts';
import type { Commune } from '../../schemas/units.ts';

/** What staff choose for a value: `guidance` → «Hướng dẫn người dân». */
export function labelOf<L extends ChoiceList>(list: L, value: L['choices'][number]['value']): string {
  const choice = list.choices.find((candidate) => candidate.value === value);
  if (!choice) throw new Error(`${list.id} has no choice ${value}.`);
  return choice.label;
}

/** The word for a commune's kind within a title: «Chủ tịch UBND phường». */
export function kindWord(commune: Commune): string {
  return commune.kind === 'phuong' ? 'phường' : commune.kind === 'thi_tran' ? 'thị trấn' : 'xã';
}
