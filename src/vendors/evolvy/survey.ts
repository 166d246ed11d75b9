import type { FieldsOf } from '../../events/fields';
import { isObject, openObject, type ObjectReader } from '../kit/object-reader';

/**
 * The contact's answer to a satisfaction survey (`submitted_values.csat_survey_response`), said of the conversation. It may
 * come twice, first the rating, then with the words: an empty remark says nothing.
 */
export function readSurvey(attributes: ObjectReader): FieldsOf<'conversation'> {
  const values = attributes.raw('submitted_values');
  const response = isObject(values) ? values['csat_survey_response'] : undefined;
  if (!isObject(response)) return {};
  const path = `${attributes.path}.submitted_values.csat_survey_response`;
  const answer = openObject(response, path, attributes.failures);
  return {
    rating: answer.number('rating') ?? undefined,
    comment: answer.text('feedback_message') ?? undefined,
  };
}
