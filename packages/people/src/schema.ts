// The tables, who may see which row, and what the program itself may do with them.
import { DESKS } from './roles.ts'

export const VERSION = 3

/** The role under which every question runs. It owns nothing, cannot log in and is bound by every policy. */
export const APP_ROLE = 'truce_people'

interface Table {
  readonly name: string
  readonly columns: string
  /** What the program may do; what is kept for good is neither changed nor removed. */
  readonly grants: string
  readonly policies: readonly string[]
}

const asked = (name: string) => `people.asked('${name}')`
const all = (rule: string) => [`for all using (${rule}) with check (${rule})`]

/** For whom an organisation speaks is said by whoever has the machine alone. */
const SPEAKING = `for update using (${asked('operator')} = 'yes') with check (${asked('operator')} = 'yes')`

const TABLES: readonly Table[] = [
  {
    name: 'desks',
    columns: 'id text primary key',
    grants: 'select',
    policies: ['for select using (true)'],
  },
  {
    name: 'organisations',
    columns: `id text primary key, name text not null, name_key text not null unique, created_at timestamptz not null,
      speaks_for text[] not null default '{}'`,
    grants: 'select, insert, update',
    policies: [
      `for select using (id = ${asked('organisation')} or ${asked('operator')} = 'yes'
         or exists (select from people.people p where p.organisation_id = organisations.id))`,
      `for insert with check (${asked('operator')} = 'yes')`,
      SPEAKING,
    ],
  },
  {
    name: 'people',
    columns: `id text primary key, name text not null, organisation_id text not null references people.organisations,
      user_handle text not null unique, created_at timestamptz not null, ended_at timestamptz`,
    grants: 'select, insert, update',
    policies: [
      `for select using (id = ${asked('person')}
         or exists (select from people.roles r where r.person_id = people.id and r.desk_id = ${asked('desk')}))`,
      `for insert with check (id = ${asked('person')})`,
      `for update using (id = ${asked('person')}) with check (id = ${asked('person')})`,
    ],
  },
  {
    name: 'roles',
    columns: `person_id text not null references people.people, desk_id text not null references people.desks,
      role text not null, granted_at timestamptz not null, primary key (person_id, desk_id, role)`,
    grants: 'select, insert, delete',
    policies: [
      `for select using (person_id = ${asked('person')} or desk_id = ${asked('desk')})`,
      `for insert with check (desk_id = ${asked('desk')})`,
      `for delete using (desk_id = ${asked('desk')})`,
    ],
  },
  {
    name: 'passkeys',
    columns: `id text primary key, person_id text not null references people.people, public_key text not null,
      counter bigint not null, transports text[] not null, device_bound boolean not null, label text not null,
      created_at timestamptz not null, used_at timestamptz not null`,
    grants: 'select, insert, update, delete',
    policies: [
      `for select using (person_id = ${asked('person')} or id = ${asked('presented')})`,
      `for insert with check (person_id = ${asked('person')})`,
      `for update using (person_id = ${asked('person')}) with check (person_id = ${asked('person')})`,
      `for delete using (person_id = ${asked('person')})`,
    ],
  },
  {
    name: 'invitations',
    columns: `id text primary key, token_hash text not null unique, desk_id text not null references people.desks,
      organisation_id text not null references people.organisations, name text not null, roles text[] not null,
      created_at timestamptz not null, expires_at timestamptz not null, used_at timestamptz`,
    grants: 'select, insert, update, delete',
    policies: all(`desk_id = ${asked('desk')} or token_hash = ${asked('presented')}`),
  },
  {
    name: 'sessions',
    columns: `id text primary key, secret_hash text not null unique, person_id text not null references people.people,
      desk_id text not null references people.desks, device text not null, created_at timestamptz not null,
      seen_at timestamptz not null, ends_at timestamptz not null, fresh_at timestamptz not null, ended_at timestamptz`,
    grants: 'select, insert, update',
    policies: [
      `for select using (person_id = ${asked('person')} or secret_hash = ${asked('presented')})`,
      `for insert with check (person_id = ${asked('person')})`,
      `for update using (person_id = ${asked('person')}) with check (person_id = ${asked('person')})`,
    ],
  },
  {
    name: 'challenges',
    columns: `challenge_hash text primary key, browser_hash text not null, purpose text not null, person_id text,
      expires_at timestamptz not null`,
    grants: 'select, insert, delete',
    policies: all(`challenge_hash = ${asked('presented')} or expires_at < now()`),
  },
  {
    name: 'approval_requests',
    columns: `id text primary key, desk_id text not null references people.desks, person_id text not null,
      organisation_id text not null, organisation_name text not null, kind text not null, subject text not null,
      words text not null, digest text not null, asked_desks text[] not null, created_at timestamptz not null,
      withdrawn_at timestamptz, spent_at timestamptz`,
    grants: 'select, insert, update',
    policies: [
      `for select using (desk_id = ${asked('desk')} or ${asked('desk')} = any (asked_desks))`,
      `for insert with check (desk_id = ${asked('desk')})`,
      `for update using (desk_id = ${asked('desk')}) with check (desk_id = ${asked('desk')})`,
    ],
  },
  {
    name: 'approvals',
    columns: `request_id text not null references people.approval_requests, person_id text not null,
      organisation_id text not null, organisation_name text not null, desk_id text not null, digest text not null,
      approves boolean not null, reason text not null, given_at timestamptz not null,
      primary key (request_id, person_id), unique (request_id, organisation_id)`,
    grants: 'select, insert',
    policies: [
      'for select using (exists (select from people.approval_requests q where q.id = request_id))',
      `for insert with check (person_id = ${asked('person')}
         and exists (select from people.approval_requests q where q.id = request_id))`,
    ],
  },
  {
    name: 'sealed_reads',
    columns: `id text primary key, desk_id text not null references people.desks, person_id text not null,
      field text not null, purpose text not null, read_at timestamptz not null`,
    grants: 'select, insert',
    policies: [
      `for select using (desk_id = ${asked('desk')})`,
      `for insert with check (desk_id = ${asked('desk')} and person_id = ${asked('person')})`,
    ],
  },
  {
    name: 'drafts',
    columns: `id text primary key, desk_id text not null references people.desks, person_id text not null,
      body text not null, version integer not null, created_at timestamptz not null, changed_at timestamptz not null`,
    grants: 'select, insert, update, delete',
    policies: all(`desk_id = ${asked('desk')}`),
  },
]

/** Signing in through one's own organisation; what this asks of a provider is in `oidc/`. */
const SIGN_IN_TABLES: readonly Table[] = [
  {
    name: 'providers',
    columns: `id text primary key, organisation_id text not null unique references people.organisations,
      issuer text not null unique, setting text not null, created_at timestamptz not null`,
    grants: 'select, insert, update, delete',
    policies: [
      `for select using (${asked('operator')} = 'yes' or id = ${asked('presented')}
         or organisation_id = ${asked('organisation')})`,
      ...['insert with check', 'update using', 'delete using'].map((to) => `for ${to} (${asked('operator')} = 'yes')`),
    ],
  },
  {
    name: 'identities',
    columns: `identity_hash text primary key, person_id text not null references people.people,
      provider_id text not null references people.providers on delete cascade, linked_at timestamptz not null,
      unique (person_id, provider_id)`,
    grants: 'select, insert, delete',
    policies: [
      `for select using (person_id = ${asked('person')} or identity_hash = ${asked('presented')})`,
      `for insert with check (person_id = ${asked('person')})`,
      `for delete using (person_id = ${asked('person')})`,
    ],
  },
  {
    name: 'departures',
    columns: `state_hash text primary key, browser_hash text not null, provider_id text not null, departure text not null,
      person_id text, session_hash text, expires_at timestamptz not null`,
    grants: 'select, insert, delete',
    policies: all(`state_hash = ${asked('presented')} or expires_at < now()`),
  },
]

export const TABLE_NAMES = [...TABLES, ...SIGN_IN_TABLES].map(({ name }) => name)

const guardedTable = ({ name, grants, policies }: Table) => [
  `alter table people.${name} enable row level security`,
  `alter table people.${name} force row level security`,
  ...policies.map((policy, at) => `create policy rule_${at + 1} on people.${name} ${policy}`),
  `grant ${grants} on people.${name} to ${APP_ROLE}`,
]
const newTable = ({ name, columns }: Table) => `create table people.${name} (${columns})`
const SIGN_IN = [...SIGN_IN_TABLES.map(newTable), ...SIGN_IN_TABLES.flatMap(guardedTable)]

/** What makes tables of the version before those of the next; what nobody had decided by then stays asked for. */
export const UPGRADES: Readonly<Record<number, readonly string[]>> = {
  1: [
    `alter table people.approval_requests add column organisation_name text not null default '',
       add column kind text not null default '', add column words text not null default '',
       add column withdrawn_at timestamptz`,
    `alter table people.approvals add column organisation_name text not null default '',
       add column desk_id text not null default '', add column approves boolean not null default true,
       add column reason text not null default ''`,
    ...SIGN_IN,
  ],
  2: [
    "alter table people.organisations add column speaks_for text[] not null default '{}'",
    `create policy rule_3 on people.organisations ${SPEAKING}`,
    `grant update on people.organisations to ${APP_ROLE}`,
  ],
}

/** Everything there is, in order; each statement alone, since PGlite takes one at a time. */
export const STATEMENTS: readonly string[] = [
  `do $$ begin
     if not exists (select from pg_roles where rolname = '${APP_ROLE}') then create role ${APP_ROLE} nologin; end if;
   exception when duplicate_object or unique_violation then null; end $$`,
  `do $$ begin
     if not pg_has_role('${APP_ROLE}', 'set') then execute format('grant ${APP_ROLE} to %I', current_user); end if;
   exception when invalid_parameter_value then execute format('grant ${APP_ROLE} to %I', current_user); end $$`,
  'create schema people',
  `grant usage on schema people to ${APP_ROLE}`,
  `create function people.asked(what text) returns text language sql stable
     return nullif(current_setting('truce.' || what, true), '')`,
  ...TABLES.map(newTable),
  `insert into people.desks values ${DESKS.map((desk) => `('${desk}')`).join(', ')}`,
  ...TABLES.flatMap(guardedTable),
  ...SIGN_IN,
  `create view people.members with (security_invoker = true) as
     select p.id, p.name, o.name as organisation, r.desk_id, r.role
     from people.people p join people.organisations o on o.id = p.organisation_id
     join people.roles r on r.person_id = p.id where p.ended_at is null`,
  `grant select on people.members to ${APP_ROLE}`,
  `create table people.prepared (version integer not null)`,
  `insert into people.prepared values (${VERSION})`,
  `grant select on people.prepared to ${APP_ROLE}`,
]
