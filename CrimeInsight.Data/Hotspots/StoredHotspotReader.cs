using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Stored;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Forecasting;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Hotspots;

/// <summary>Reads stored results as the person; the database gives one only when the whole area is theirs.</summary>
internal sealed class StoredHotspotReader(NpgsqlDataSource app, IReferenceDataReader references) : IStoredHotspots
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    private const string FindSql = """
        SELECT r.report::text AS report, r.computed_at
        FROM crime.hotspot_result r
        CROSS JOIN crime.data_state d
        WHERE r.ordinal = @ordinal
          AND r.head_id = @head
          AND r.kind = @kind
          AND r.data_version = d.months_version
          AND r.reference_version = d.reference_version
          AND r.reference_version = @reference
          AND r.plan_version = @plan
          AND r.period_until = least(@until::date, d.as_of)
          AND r.months = @months
          AND r.neighbours = @neighbours
          AND r.level = @level
          AND r.seed = @seed
        """;

    public async Task<HotspotReport?> FindAsync(HotspotRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        await ReadAsync<HotspotReport>(HotspotKind.Of(request.Method), request, viewer, cancellationToken) is var (report, at)
            ? report with { Request = request, ComputedAt = at }
            : null;

    public async Task<NearRepeatFindings?> FindNearRepeatsAsync(HotspotRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        await ReadAsync<NearRepeatFindings>(HotspotKind.NearRepeats, request, viewer, cancellationToken) is var (findings, at) ? findings with { ComputedAt = at } : null;

    public async Task<ConcentrationFindings?> FindConcentrationAsync(HotspotRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        await ReadAsync<ConcentrationFindings>(HotspotKind.Concentration, request, viewer, cancellationToken) is var (findings, at) ? findings with { ComputedAt = at } : null;

    /// <summary>
    /// Only such requests are stored. Whatever a request can be told is part of its equality, but for what is known to be of no
    /// account for the kind of result.
    /// </summary>
    internal static bool IsUsual(short kind, HotspotRequest request)
    {
        var usual = new HotspotRequest(request.Method, request.JurisdictionCode, request.HeadCode, request.Until);
        var told = kind == HotspotKind.Of(HotspotMethod.Density) ? request : request with { BandwidthMetres = usual.BandwidthMetres };
        var isOfPoints = kind == HotspotKind.Of(HotspotMethod.Clusters) || kind == HotspotKind.Of(HotspotMethod.Density);
        if (!isOfPoints)
            told = told with { ReachMetres = usual.ReachMetres, LeastCases = usual.LeastCases };
        if (!isOfPoints && kind != HotspotKind.Of(HotspotMethod.Neighbours) && kind != HotspotKind.Of(HotspotMethod.Likeness))
            told = told with { Background = usual.Background };
        return told == usual;
    }

    private async Task<(T Result, DateTimeOffset At)?> ReadAsync<T>(short kind, HotspotRequest request, Viewer viewer, CancellationToken cancellationToken)
        where T : class
    {
        var reference = await references.GetAsync(cancellationToken);
        var area = request.JurisdictionCode is { } code ? reference.Jurisdictions.Find(code)
            : viewer.JurisdictionIds is [var only] ? reference.Jurisdictions.Find(only) : null;
        var head = request.HeadCode is { } asked ? reference.Heads.Find(asked) : reference.Heads.Root;
        if (area is null || head is null || !IsUsual(kind, request))
            return null;
        var parameters = new
        {
            ordinal = area.Ordinal,
            head = head.Id,
            kind,
            reference = reference.Version,
            plan = ForecastPlan.Version,
            until = request.Until is { } until ? Period.LastMonths(until, request.Months).Until : (DateOnly?)null,
            months = (short)request.Months,
            neighbours = (short)request.Neighbours,
            level = request.Level,
            seed = request.Seed,
        };
        var row = await PersonSession.ReadAsync(app, viewer, s_timeout, session => session.Connection.QuerySingleOrDefaultAsync<(string Report, DateTime ComputedAt)?>(
            new CommandDefinition(FindSql, parameters, session.Transaction, cancellationToken: cancellationToken)), cancellationToken);
        return row is var (report, at) ? (HotspotJson.Of(reference.Jurisdictions).Read<T>(report), new DateTimeOffset(at, TimeSpan.Zero)) : null;
    }
}
