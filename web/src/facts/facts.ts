/** The facts of a document as one flat list, in the order of the panel. */
import type { Analysis, Statement } from "../types";
import {
  describeCommitment, describeCourtesy, describeEntity, describeEvent, describeFigure, describePoint, describeStatement, describeTime, type Draft,
} from "./describe";
import type { Detail, Fact, Group, UnitSpan } from "./fact";
import { Words } from "./words";

/** Levels of statements within statements that are told apart. */
const deepest = 3;

export class Facts extends Words {
  readonly list: Fact[] = [];
  private readonly statements: ReadonlyMap<string, Statement>;
  private readonly ids = new Map<string, Fact>();

  constructor(analysis: Analysis, countryName: (code: string) => string) {
    super(analysis, countryName);
    this.statements = new Map(analysis.statements.map((statement) => [statement.id, statement]));
    const mainFirst = [...analysis.events].sort((a, b) => Number(b.main) - Number(a.main));
    for (const event of mainFirst) this.add(describeEvent(this, event));
    this.addStatements();
    for (const point of analysis.points) this.add(describePoint(this, point));
    this.addEntities();
    for (const figure of analysis.figures) this.add(describeFigure(this, figure));
    for (const commitment of analysis.commitments) this.add(describeCommitment(this, commitment));
    for (const courtesy of analysis.courtesies) this.add(describeCourtesy(this, courtesy));
    for (const time of analysis.times) this.add(describeTime(this, time));
  }

  of(group: Group): Fact[] {
    return this.list.filter((fact) => fact.group === group);
  }

  byId(id: string): Fact | undefined {
    return this.ids.get(id);
  }

  statement(id: string): Statement | undefined {
    return this.statements.get(id);
  }

  private add(draft: Draft): void {
    const details = draft.details.filter((detail): detail is Detail => detail !== null && detail.items.length > 0);
    const fact = { ...draft, details, index: this.list.length };
    this.list.push(fact);
    if (!this.ids.has(fact.id)) this.ids.set(fact.id, fact);
  }

  /** In the order of the text; what stands inside another comes after it. */
  private addStatements(): void {
    const depthOf = (statement: Statement): number => {
      let depth = 0;
      for (let up = statement.parent; up && depth < deepest; up = this.statements.get(up)?.parent ?? null) ++depth;
      return depth;
    };
    const inTitle = (statement: Statement) => Number(statement.in === "title");
    const ordered = [...this.analysis.statements].sort((a, b) => inTitle(b) - inTitle(a) || a.begin - b.begin || b.end - a.end);
    for (const statement of ordered) this.add(describeStatement(this, statement, depthOf(statement)));
  }

  /** People first, those most mentioned first. */
  private addEntities(): void {
    const mentions = new Map<string, UnitSpan[]>();
    for (const mention of this.analysis.mentions) {
      const span = this.toUnits(mention);
      if (!mention.entity || !span) continue;
      const held = mentions.get(mention.entity);
      if (held) held.push(span);
      else mentions.set(mention.entity, [span]);
    }
    const count = (id: string) => mentions.get(id)?.length ?? 0;
    const ordered = [...this.analysis.entities].sort(
      (a, b) => Number(a.type !== "person") - Number(b.type !== "person") || count(b.id) - count(a.id),
    );
    for (const entity of ordered) this.add(describeEntity(this, entity, mentions.get(entity.id) ?? []));
  }
}
