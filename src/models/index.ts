// The business models, the default first.
import type { Model } from './model.ts'
import { project } from './project.ts'
import { subscription } from './subscription.ts'
import { transactional } from './transactional.ts'

export const models: readonly Model[] = [subscription, transactional, project]
export type { Model } from './model.ts'
