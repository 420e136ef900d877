// The condition as it was evaluated, step by step, down to the words: nested lists that open and close.
import type { Receipt, ReceiptNode } from '@trucekeeper/api'
import { useState } from 'react'
import { nodeCount } from '../evidence.ts'
import { English } from '../parts/english.tsx'
import { Quote } from '../parts/quote.tsx'
import { VerdictBadge } from '../parts/verdict.tsx'
import { words } from '../words.ts'

const SMALL = 40

interface Shared {
  readonly zone: string
  readonly clause: string
  /** Whether steps at a depth begin open. */
  readonly opens: (depth: number) => boolean
}

export function Tree({ receipt, zone }: { receipt: Receipt; zone: string }) {
  // A press makes all steps anew, open or closed; until then each keeps to itself.
  const [pressed, setPressed] = useState<{ times: number; open: boolean } | null>(null)
  const small = nodeCount(receipt.tree) <= SMALL
  const opens = (depth: number) => pressed?.open ?? (small || depth < 2)
  const press = (open: boolean) => setPressed({ times: (pressed?.times ?? 0) + 1, open })
  return (
    <section aria-labelledby="tree">
      <h2 id="tree">{words.clause.tree}</h2>
      <p className="quiet">{words.clause.treeHelp}</p>
      <p className="tree-buttons">
        <button type="button" onClick={() => press(true)}>
          {words.clause.openAll}
        </button>
        <button type="button" onClick={() => press(false)}>
          {words.clause.closeAll}
        </button>
      </p>
      <ul className="tree" key={`${receipt.clause} ${receipt.account} ${receipt.at} ${pressed?.times ?? 0}`}>
        <Step node={receipt.tree} depth={0} shared={{ zone, clause: receipt.clause, opens }} />
      </ul>
    </section>
  )
}

function Step({ node, depth, shared }: { node: ReceiptNode; depth: number; shared: Shared }) {
  const { children, quotes, scope } = node
  if (children.length === 0 && quotes.length === 0) {
    return (
      <li>
        <p className="step">
          <StepText node={node} />
        </p>
      </li>
    )
  }
  return (
    <li>
      <details open={shared.opens(depth)}>
        <summary className="step">
          <StepText node={node} />
        </summary>
        {scope?.reason && (
          <p className="scope-reason quiet">
            <English>{scope.reason}</English>
          </p>
        )}
        {quotes.length > 0 && (
          <div className="step-quotes">
            {quotes.map((quote) => (
              <div key={`${quote.source} ${quote.id} ${quote.start} ${quote.stance}`}>
                <p className={`stance stance-${quote.stance}`}>{words.stance[quote.stance]}</p>
                <Quote quote={quote} zone={shared.zone} clause={shared.clause} />
              </div>
            ))}
          </div>
        )}
        {children.length > 0 && (
          <ul>
            {children.map((child, index) => (
              // Steps have no names of their own; within one receipt their order never changes.
              <Step key={`${index} ${child.op}`} node={child} depth={depth + 1} shared={shared} />
            ))}
          </ul>
        )}
      </details>
    </li>
  )
}

function StepText({ node: { op, text, verdict, scope } }: { node: ReceiptNode }) {
  return (
    <>
      <VerdictBadge verdict={verdict} /> <span className="op">{words.op[op] ?? op}</span>{' '}
      <span className="step-text">
        <English>{text}</English>
      </span>
      {scope && <span className="scope">{words.scope[scope.decision] ?? scope.decision}</span>}
    </>
  )
}
