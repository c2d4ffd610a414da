using System.Data;
using CrimeInsight.Core.Import.Judging;
using DbUp.Engine;

namespace CrimeInsight.Data.Migrations;

/// <summary>
/// Gives cases that are stored already the keys of the form in which references are compared (ADR 0034), wherever a key is kept. Of cases that have one
/// form the first takes it; the others keep theirs. The keys are hashes that SQL cannot make.
/// </summary>
internal sealed class ReferenceKeysScript : IScript
{
    /// <summary>Of the journal: by it the script runs in its turn.</summary>
    public const string Name = "CrimeInsight.Data.Migrations.0078_reference_keys.cs";

    private const int BatchRows = 10_000;

    // All that may have another form, and some that have not; synthetic cases have no later export.
    private const string ReadSql = """
        SELECT id, key, source, source_reference, reported_on, occurred_on
        FROM crime.incident
        WHERE source_reference NOT LIKE '~%'
          AND NOT (SELECT is_synthetic FROM crime.data_state)
          AND (source_reference ~ '[^0-9A-Z/-]' OR source_reference ~ '(^|[^0-9])0[0-9]' OR source_reference ~ '/[0-9][0-9]$')
        """;

    private const string OpenSql = """
        CREATE TEMPORARY TABLE reference_key (id bigint PRIMARY KEY, was uuid NOT NULL, is_now uuid NOT NULL) ON COMMIT DROP
        """;

    private const string AddSql = """
        INSERT INTO reference_key
        SELECT * FROM unnest(@ids, @was, @now)
        """;

    private const string ChangeSql = """
        DELETE FROM reference_key r
        WHERE EXISTS (SELECT 1 FROM crime.incident i WHERE i.key = r.is_now)
           OR EXISTS (SELECT 1 FROM reference_key o WHERE o.is_now = r.is_now AND o.id < r.id);
        UPDATE crime.incident i SET key = r.is_now FROM reference_key r WHERE i.id = r.id;
        UPDATE crime.batch_conflict c SET key = r.is_now FROM reference_key r WHERE c.key = r.was;
        UPDATE crime.incident_history h
        SET was = h.was || jsonb_build_object('key', r.is_now)
        FROM reference_key r
        WHERE h.incident_id = r.id
          AND (h.was ->> 'key')::uuid = r.was;
        """;

    public string ProvideScript(Func<IDbCommand> dbCommandFactory)
    {
        var changes = Read(dbCommandFactory);
        if (changes.Count == 0)
            return "SELECT 1";
        Execute(dbCommandFactory, OpenSql);
        foreach (var some in changes.Chunk(BatchRows))
            Execute(
                dbCommandFactory, AddSql, ("ids", some.Select(one => one.Id).ToArray()), ("was", some.Select(one => one.Was).ToArray()),
                ("now", some.Select(one => one.Now).ToArray()));
        return ChangeSql;
    }

    private static List<(long Id, Guid Was, Guid Now)> Read(Func<IDbCommand> commands)
    {
        var changes = new List<(long, Guid, Guid)>();
        using var command = commands();
        command.CommandText = ReadSql;
        command.CommandTimeout = 0;
        using var rows = command.ExecuteReader();
        Span<byte> key = stackalloc byte[ReferenceKey.Bytes];
        while (rows.Read())
        {
            var (was, source, reference) = (rows.GetGuid(1), rows.GetString(2), rows.GetString(3));
            ReferenceKey.WriteForm(source, reference, key);
            // A case set apart from another of its reference has a key of its own.
            if (new Guid(key, bigEndian: true) != was)
                continue;
            ReferenceKey.Write(source, reference, DayOf(rows, 4), DayOf(rows, 5), key);
            if (new Guid(key, bigEndian: true) is var now && now != was)
                changes.Add((rows.GetInt64(0), was, now));
        }

        return changes;
    }

    private static DateOnly DayOf(IDataReader rows, int column) => DateOnly.FromDateTime(rows.GetDateTime(column));

    private static void Execute(Func<IDbCommand> commands, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = commands();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        command.ExecuteNonQuery();
    }
}
