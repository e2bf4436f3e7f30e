"""Production is set up by the environment alone, and says what is missing."""
def test_x(db):
    from django.db import connection
    with connection.cursor() as c:
        c.execute("select version()")
        assert "PostgreSQL" in c.fetchone()[0]
