import type { Diagnostic } from '../../diagnostic.ts'
import type { ProgramTypes } from '../3-check/program-types.ts'
import type { MirBody } from '../4-mir/mir.ts'
import { Complaints } from './complaints.ts'
import { Filled } from './filled.ts'
import { LoanCheck } from './loan-check.ts'
import { Loans } from './loans.ts'
import { MoveCheck } from './move-check.ts'
import { MovePaths } from './move-paths.ts'
import { checkPackedReferences } from './packed-references.ts'
import { Points } from './points.ts'
import { Regions } from './regions.ts'
import { holdsReferences } from './region-types.ts'
import { Typing } from './typing.ts'

/**
 * Fifth phase: follows one function along every way through it. Every place has a value when it is looked at (E0381), and
 * its own (E0382); only what may change does (E0384, E0594, E0596); and no reference leads to what is gone, or to what
 * somebody else changes meanwhile.
 */
export function checkBorrows(body: MirBody, program: ProgramTypes): readonly Diagnostic[] {
  const points = new Points(body)
  const complaints = new Complaints()
  const paths = new MovePaths(body, points)
  const filled = new Filled(body, points, paths)
  const moves = new MoveCheck(body, points, paths, complaints)
  const loans = body.locals.some(({ type }) => holdsReferences(type))
    ? loanCheck(body, program, points, complaints)
    : undefined
  body.blocks.forEach((_, block) => {
    filled.visit(block, (access, point, state) => {
      moves.check(access, point, state)
      loans?.check(access, point)
    })
  })
  loans?.checkEnds()
  moves.warnOfUnusedMut()
  checkPackedReferences(body, complaints)
  return complaints.sorted()
}

function loanCheck(body: MirBody, program: ProgramTypes, points: Points, complaints: Complaints): LoanCheck {
  const typing = new Typing(body, program, points)
  const regions = new Regions(typing, points)
  return new LoanCheck(body, program, points, regions, new Loans(body, points, regions), complaints)
}
