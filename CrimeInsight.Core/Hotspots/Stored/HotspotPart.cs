using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Results;
using CrimeInsight.Core.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Core.Hotspots.Stored;

/// <summary>
/// Asks of the country and of each state what the page asks unless told otherwise, for all crimes, groups and heads. The country,
/// whose districts take longest to compare while somebody waits, comes early; the states, which are computed within seconds, last.
/// </summary>
/// <param name="queries">Their memory is filled with what pages hardly ask: a runner of its own.</param>
public sealed class HotspotPart(
    HotspotMethods methods, HotspotSources sources, [FromKeyedServices(RunWorker.Queries)] IIncidentQueryRunner queries, IResultStore results) : IRunPart
{
    public const string Name = "hotspots";

    /// <summary>Results stored, in <see cref="Run.Counts"/>.</summary>
    public const string Stored = "hotspots";

    /// <summary>Places that are looked at, by one head, in the time a series is forecast.</summary>
    private const int PlacesPerWork = 6;

    public string Kind => Name;

    /// <summary>Grows with the version of any method, and with every new one.</summary>
    public int Version => methods.Stored.Sum(method => method.Version);

    public IEnumerable<RunUnit> Plan(RunScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ImmutableArray<short> heads = [.. scope.Reference.Heads.All.Where(head => head.Level <= CrimeHeadLevel.Head).Select(head => head.Id)];
        return
        [
            .. scope.Countries.Select(root => Unit(root, JurisdictionLevel.District, RunTurn.Slow)),
            .. scope.Areas.Select(area => Unit(area, JurisdictionLevel.Station, RunTurn.Quick)),
        ];

        HotspotUnit Unit(Jurisdiction area, JurisdictionLevel level, RunTurn turn) =>
            new($"{Name}:{area.Code}", turn, 1 + scope.Reference.Jurisdictions.Within(area, level).Count() * heads.Length / PlacesPerWork, area, heads);
    }

    public async Task RunAsync(RunClaim claim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var unit = (HotspotUnit)claim.Unit;
        if (await sources.Status.GetAsync(cancellationToken).ConfigureAwait(false) is not { AsOf: not null } data)
            return;
        var computer = new HotspotComputer(
            methods, sources with { Places = new PlaceCasesReader(queries, sources.References), Maps = new MapAnalysis(queries), Threads = claim.Threads });
        claim.Meter.Expect(unit.Heads.Length * methods.Stored.Length);
        var found = await computer.RunAsync(unit.Area, unit.Heads, claim.Reference, data, claim.Owner, claim.Meter, cancellationToken).ConfigureAwait(false);
        await results.StoreAsync(
            claim, unit.Area, [.. methods.Stored.Select(HotspotKeys.KindOf)], found, new Dictionary<string, long> { [Stored] = found.Count }, cancellationToken)
                .ConfigureAwait(false);
    }
}
