// Things that happened around deals and customers: debriefs, contacts, stage moves.
import { customer, customerId, owner } from '../shared-columns.ts'
import type { Table } from '../table.ts'

export const interviews: Table = {
  name: 'interviews',
  description: 'one debrief (win-loss or churn interview)',
  identity: 'interview_id',
  recognisedBy: [['held_on'], ['deal_id', 'customer', 'customer_id', 'minutes', 'held_by']],
  columns: {
    interview_id: {
      type: 'text',
      description: 'Id of the debrief.',
      synonyms: ['interview id', 'debrief id', 'id', 'record id'],
    },
    deal_id: {
      type: 'text',
      description: 'The deal it is about.',
      synonyms: ['deal id', 'opportunity id', 'deal', 'opportunity'],
    },
    customer_id: customerId,
    customer,
    held_on: {
      type: 'date',
      description: 'The day it was held.',
      synonyms: [
        'held on',
        'interview date',
        'debrief date',
        'conducted on',
        'date',
        'interviewed on',
        'call date',
      ],
    },
    minutes: {
      type: 'number',
      description: 'How long it took, in minutes.',
      synonyms: ['minutes', 'duration', 'duration minutes', 'length', 'duration min', 'length minutes'],
    },
    held_by: {
      type: 'text',
      key: true,
      description: 'Who held it.',
      synonyms: ['held by', 'interviewer', 'conducted by', 'interviewed by', 'debriefed by', 'host'],
    },
    same_call: {
      type: 'flag',
      description: 'Whether it was part of the call in which the deal was lost.',
      synonyms: ['same call', 'in the same call', 'same call as loss'],
    },
    reason: {
      type: 'text',
      description: 'The reason the customer gave.',
      synonyms: [
        'reason',
        'stated reason',
        'customer reason',
        'loss reason',
        'primary reason',
        'debriefed reason',
        'reason given',
      ],
    },
    kind: {
      type: 'text',
      description: 'Lost deal or lost customer, as the export says it.',
      synonyms: ['kind', 'type', 'interview type', 'debrief type'],
    },
  },
}

export const activities: Table = {
  name: 'activities',
  description: 'one contact (call, mail, meeting)',
  identity: 'activity_id',
  recognisedBy: [
    ['happened_on'],
    ['kind', 'activity_id'],
    ['deal_id', 'customer', 'customer_id', 'lead_id', 'owner'],
  ],
  columns: {
    activity_id: {
      type: 'text',
      description: 'Id of the activity.',
      synonyms: ['activity id', 'task id', 'event id', 'call id', 'id', 'record id', 'engagement id'],
    },
    deal_id: {
      type: 'text',
      description: 'The deal it is about.',
      synonyms: [
        'deal id',
        'opportunity id',
        'deal',
        'opportunity',
        'related to',
        'what id',
        'associated deal',
      ],
    },
    lead_id: {
      type: 'text',
      description: 'The lead it is about.',
      synonyms: ['lead id', 'lead', 'contact id', 'who id'],
    },
    customer_id: customerId,
    customer,
    owner,
    happened_on: {
      type: 'date',
      description: 'The day it happened.',
      synonyms: [
        'happened on',
        'activity date',
        'date',
        'completed on',
        'activity at',
        'due date',
        'marked as done time',
        'created',
        'completed date',
        'call date',
        'start date',
      ],
    },
    kind: {
      type: 'text',
      description: 'Call, mail, meeting, as the export says it.',
      synonyms: ['kind', 'type', 'activity type', 'task type', 'channel', 'activity', 'engagement type'],
    },
    done: {
      type: 'flag',
      description: 'Whether it was done; planned ones do not count as contact.',
      synonyms: ['done', 'completed', 'is done', 'is closed', 'is completed'],
    },
  },
}

export const stageHistory: Table = {
  name: 'stage_history',
  description: 'one move of a deal (or lead) into a stage',
  identity: null,
  recognisedBy: [['deal_id', 'lead_id'], ['stage'], ['entered_on']],
  columns: {
    deal_id: {
      type: 'text',
      description: 'The deal that moved.',
      synonyms: ['deal id', 'opportunity id', 'deal', 'opportunity', 'record id'],
    },
    lead_id: {
      type: 'text',
      description: 'The lead that moved.',
      synonyms: ['lead id', 'lead', 'contact id'],
    },
    owner,
    stage: {
      type: 'text',
      description: 'The stage it moved into.',
      synonyms: ['stage', 'to stage', 'new stage', 'stage name', 'new value', 'deal stage'],
    },
    from_stage: {
      type: 'text',
      description: 'The stage it came from.',
      synonyms: ['from stage', 'old stage', 'previous stage', 'old value'],
    },
    entered_on: {
      type: 'date',
      description: 'The day it entered the stage.',
      synonyms: [
        'entered on',
        'entered at',
        'entered',
        'changed on',
        'change date',
        'last stage change date',
        'edit date',
        'date entered',
        'moved on',
        'stage change date',
        'created date',
      ],
    },
    left_on: {
      type: 'date',
      description: 'The day it left the stage.',
      synonyms: ['left on', 'exited at', 'exited on', 'left', 'date exited', 'exited'],
    },
  },
}
