using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CrimeInsight.Core.Cases;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Statutes;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Cases;

/// <summary>Reads single cases as the person. Row-level security decides which exist; nothing here filters by rights.</summary>
internal sealed class CaseReader(NpgsqlDataSource dataSource) : ICaseReader
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(20);

    // Stands for the column of the date that the list goes by.
    private const string OnMark = "i.on_date";

    // No case is registered before its offence: the day of that tells which years can hold one.
    private const string FilteredSql = $"""
        SELECT {CaseRow.Columns}
        FROM unnest(@lows, @highs) AS place (low, high)
        JOIN crime.incident AS i ON i.ordinal >= place.low AND i.ordinal < place.high
        WHERE {OnMark} >= @from
          AND {OnMark} < @until
          AND i.occurred_on < @until
          AND (@heads::smallint[] IS NULL OR i.head_id = ANY(@heads))
          AND (@status::smallint IS NULL OR i.status = @status)
          AND (@number::text IS NULL OR (i.source_reference ILIKE @number AND i.source_reference NOT LIKE '~%'))
          AND (NOT @isWithoutSensitive OR NOT i.is_sensitive)
          AND (cardinality(@acts::text[]) = 0 OR NOT EXISTS (
              SELECT 1
              FROM unnest(@acts::text[], @sections::text[], @subsections::text[]) AS wanted (act, section, subsection)
              WHERE NOT EXISTS (
                  SELECT 1
                  FROM crime.incident_section s
                  WHERE s.incident_id = i.id AND s.act = wanted.act AND s.section = wanted.section AND starts_with(s.subsection, wanted.subsection))))
        """;

    private const string OlderSql = $"""
        {FilteredSql}
          AND ({OnMark}, i.id) < (@on, @id)
        ORDER BY {OnMark} DESC, i.id DESC
        LIMIT @limit
        """;

    private const string NewerSql = $"""
        {FilteredSql}
          AND ({OnMark}, i.id) > (@on, @id)
        ORDER BY {OnMark}, i.id
        LIMIT @limit
        """;

    private const string DetailsSql = $"""
        SELECT {CaseDetailsRow.DetailColumns}
        FROM crime.incident AS i
        WHERE i.id = @id
        """;

    private const string SectionsSql = """
        SELECT act, section, to_be_verified AS is_to_be_verified, false AS is_principal
        FROM crime.statute
        WHERE head_id = @headId
          AND is_main
          AND (valid_from IS NULL OR valid_from <= @on)
          AND (valid_until IS NULL OR valid_until > @on)
        ORDER BY act, valid_from, section
        """;

    private const string RegisteredSectionsSql = """
        SELECT act, section || subsection AS section, false AS is_to_be_verified, is_principal
        FROM crime.incident_section
        WHERE incident_id = @id
        ORDER BY place
        """;

    private const string AuditSql = "SELECT crime.write_audit(@userName, @action, @subject, @detail::jsonb)";

    public async Task<CasePage> ListAsync(CaseQuery query, CancellationToken cancellationToken)
    {
        var viewer = query.Scope.Viewer;
        var isNewer = query.Before is null && query.After is not null;
        await using var session = await PersonSession.OpenAsync(dataSource, viewer, s_timeout, cancellationToken);
        var rows = (await session.Connection.QueryAsync<CaseRow>(new CommandDefinition(
            Sql(isNewer ? NewerSql : OlderSql, query.CountedBy), Parameters(query), session.Transaction, cancellationToken: cancellationToken))).AsList();
        var (shown, guarded) = (Math.Min(rows.Count, query.Limit), rows.Take(query.Limit).Count(row => row.IsSensitive));
        if (guarded > 0 || (query.Scope.Heads.Any(head => head.IsSensitive) && !query.IsWithoutSensitive) || query.Number is not null
            || query.Sections.Any(section => ProtectedSections.IsSensitive(section)))
        {
            var detail = new Dictionary<string, string> { ["cases"] = Text(shown), ["protected"] = Text(guarded) };
            await AuditAsync(session, viewer, AuditActions.IncidentsListed, SubjectOf(query), detail, cancellationToken);
        }

        var cases = rows.Take(query.Limit).Select(row => row.ToSummary());
        var hasMore = rows.Count > query.Limit;
        return isNewer
            ? new CasePage([.. cases.Reverse()], HasNewer: hasMore, HasOlder: true, query.CountedBy)
            : new CasePage([.. cases], HasNewer: query.Before is not null, HasOlder: hasMore, query.CountedBy);
    }

    public async Task<CaseDetails?> OpenAsync(long id, Viewer viewer, CancellationToken cancellationToken)
    {
        await using var session = await PersonSession.OpenAsync(dataSource, viewer, s_timeout, cancellationToken);
        var row = await session.Connection.QuerySingleOrDefaultAsync<CaseDetailsRow>(
            new CommandDefinition(DetailsSql, new { id }, session.Transaction, cancellationToken: cancellationToken));
        if (row is null)
        {
            await AuditAsync(session, viewer, AuditActions.AccessRefused, SubjectOf(id), [], cancellationToken);
            return null;
        }

        var registered = (await session.Connection.QueryAsync<CaseSection>(
            new CommandDefinition(RegisteredSectionsSql, new { id }, session.Transaction, cancellationToken: cancellationToken))).AsList();
        var sections = registered.Count > 0 ? registered : await session.Connection.QueryAsync<CaseSection>(
            new CommandDefinition(SectionsSql, new { headId = row.HeadId, on = row.OccurredOn }, session.Transaction, cancellationToken: cancellationToken));
        await AuditAsync(session, viewer, AuditActions.IncidentViewed, SubjectOf(id), [], cancellationToken);
        return row.ToDetails([.. sections], registered.Count > 0);
    }

    private static string Sql(string sql, DateBasis basis) =>
        sql.Replace(OnMark, basis == DateBasis.Registered ? "i.reported_on" : "i.occurred_on", StringComparison.Ordinal);

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string SubjectOf(long id) => string.Create(CultureInfo.InvariantCulture, $"incident:{id}");

    // Commits: what is shown is on record before it is shown.
    private static async Task AuditAsync(
        PersonSession session, Viewer viewer, string action, string subject, Dictionary<string, string> detail, CancellationToken cancellationToken)
    {
        var values = new { userName = viewer.UserName, action, subject, detail = JsonSerializer.Serialize(detail) };
        await session.Connection.ExecuteScalarAsync<long>(new CommandDefinition(AuditSql, values, session.Transaction, cancellationToken: cancellationToken));
        await session.CommitAsync(cancellationToken);
    }

    private static object Parameters(CaseQuery query)
    {
        var (scope, period) = (query.Scope, query.Scope.Period);
        var places = Outermost(scope.Within);
        var cursor = query.Before ?? query.After;
        // The cursor's day bounds the period too, so that years beyond it are not read.
        var until = query.Before is { } before && before.On < period.Until ? before.On.AddDays(1) : period.Until;
        var from = query.Before is null && query.After is { } after && after.On > period.From ? after.On : period.From;
        return new
        {
            lows = places.Select(place => place.Ordinal).ToArray(),
            highs = places.Select(place => place.OrdinalUntil).ToArray(),
            heads = scope.Heads.IsEmpty ? null
                : scope.Heads.SelectMany(head => scope.Reference.Heads.LeavesOf(head.Id)).Select(head => head.Id).Distinct().ToArray(),
            from,
            until = until < period.Until ? until : period.Until,
            on = cursor?.On ?? period.Until,
            id = cursor?.Id ?? 0,
            status = (short?)query.Status,
            number = query.Number is { } number ? $"%{Literal(number)}%" : null,
            query.IsWithoutSensitive,
            acts = query.Sections.Select(section => section.Act).ToArray(),
            sections = query.Sections.Select(section => section.Section).ToArray(),
            subsections = query.Sections.Select(section => section.Subsection).ToArray(),
            limit = query.Limit + 1,
        };
    }

    private static string SubjectOf(CaseQuery query) => query switch
    {
        { Sections.IsEmpty: false } => $"section:{string.Join(',', query.Sections)}",
        { Number: null } => $"head:{string.Join(',', query.Scope.HeadCodes)}",
        _ => "number",
    };

    // What a pattern would take for a sign of its own stands for itself.
    private static string Literal(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

    // A place within another of the list would give its cases twice.
    private static ImmutableArray<Jurisdiction> Outermost(ImmutableArray<Jurisdiction> places) =>
        [.. places.DistinctBy(place => place.Id).Where(place => !places.Any(other => other.Id != place.Id && other.Contains(place)))];
}
