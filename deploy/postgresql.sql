-- sudo -u postgres psql -f deploy/postgresql.sql
-- The account of the machine signs in by its name over the local socket (peer): no password stands in a file.
CREATE ROLE lantoa LOGIN;
CREATE DATABASE lantoa OWNER lantoa ENCODING 'UTF8' TEMPLATE template0;
\connect lantoa
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO lantoa;
-- How long a question may take is said by the pages alone (60 s, config/planner.py): migrations, the worker and copies
-- of a large house take longer.
ALTER ROLE lantoa IN DATABASE lantoa SET idle_in_transaction_session_timeout = '5min';
