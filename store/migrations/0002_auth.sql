-- People, their sessions and machines' keys, as better-auth 1.7.5 compiles them from api/auth/options.ts; a test holds that they
-- still agree. Its column names are its own: only api/auth reads and writes these tables.

create table "auth_user" (
  "id"            text not null primary key,
  "name"          text not null,
  "email"         text not null unique,
  "emailVerified" boolean not null,
  "image"         text,
  "createdAt"     timestamptz default CURRENT_TIMESTAMP not null,
  "updatedAt"     timestamptz default CURRENT_TIMESTAMP not null,
  "role"          text,
  "banned"        boolean,
  "banReason"     text,
  "banExpires"    timestamptz
);

create table "auth_session" (
  "id"             text not null primary key,
  "expiresAt"      timestamptz not null,
  "token"          text not null unique,
  "createdAt"      timestamptz default CURRENT_TIMESTAMP not null,
  "updatedAt"      timestamptz not null,
  "ipAddress"      text,
  "userAgent"      text,
  "userId"         text not null references "auth_user" ("id") on delete cascade,
  "impersonatedBy" text
);
create index "auth_session_userId_idx" on "auth_session" ("userId");

create table "auth_account" (
  "id"                    text not null primary key,
  "accountId"             text not null,
  "providerId"            text not null,
  "userId"                text not null references "auth_user" ("id") on delete cascade,
  "accessToken"           text,
  "refreshToken"          text,
  "idToken"               text,
  "accessTokenExpiresAt"  timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope"                 text,
  "password"              text,
  "createdAt"             timestamptz default CURRENT_TIMESTAMP not null,
  "updatedAt"             timestamptz not null
);
create index "auth_account_userId_idx" on "auth_account" ("userId");

create table "auth_verification" (
  "id"         text not null primary key,
  "identifier" text not null,
  "value"      text not null,
  "expiresAt"  timestamptz not null,
  "createdAt"  timestamptz default CURRENT_TIMESTAMP not null,
  "updatedAt"  timestamptz default CURRENT_TIMESTAMP not null
);
create index "auth_verification_identifier_idx" on "auth_verification" ("identifier");

create table "auth_api_key" (
  "id"                  text not null primary key,
  "configId"            text not null,
  "name"                text,
  "start"               text,
  "referenceId"         text not null,
  "prefix"              text,
  "key"                 text not null,
  "refillInterval"      integer,
  "refillAmount"        integer,
  "lastRefillAt"        timestamptz,
  "enabled"             boolean,
  "rateLimitEnabled"    boolean,
  "rateLimitTimeWindow" integer,
  "rateLimitMax"        integer,
  "requestCount"        integer,
  "remaining"           integer,
  "lastRequest"         timestamptz,
  "expiresAt"           timestamptz,
  "createdAt"           timestamptz not null,
  "updatedAt"           timestamptz not null,
  "permissions"         text,
  "metadata"            text
);
create index "auth_api_key_configId_idx" on "auth_api_key" ("configId");
create index "auth_api_key_referenceId_idx" on "auth_api_key" ("referenceId");
create index "auth_api_key_key_idx" on "auth_api_key" ("key");
