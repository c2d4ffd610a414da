using System.Collections.Concurrent;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Results;
using CrimeInsight.Core.Runs;

namespace CrimeInsight.Tests.Support;

/// <summary>A kind of result that no part of the product knows: one unit and one result an area, and a note of what was worked on.</summary>
/// <param name="kind">Of its units and results.</param>
/// <param name="areas">What its units are about, in this order.</param>
internal sealed class InventedPart(string kind, int version, IResultStore results, params Jurisdiction[] areas) : IRunPart
{
    /// <summary>Units worked on, and by whom.</summary>
    public ConcurrentQueue<(string Name, Guid Holder)> Worked { get; } = new();

    /// <summary>Awaited within a unit, before it is stored.</summary>
    public Func<RunClaim, CancellationToken, Task> Working { get; set; } = (_, _) => Task.CompletedTask;

    public string Kind => kind;

    public int Version => version;

    public IEnumerable<RunUnit> Plan(RunScope scope) => areas.Select(area => new Unit(area));

    public async Task RunAsync(RunClaim claim, CancellationToken cancellationToken)
    {
        Worked.Enqueue((claim.Unit.Name, claim.Holder));
        await Working(claim, cancellationToken);
        var (area, json) = (((Unit)claim.Unit).Area, ResultJson.Of(claim.Reference.Jurisdictions));
        var key = ResultKey.Of(kind, version, new Request(area.Code, 12), area, DataVersion, claim.Reference.Version);
        var result = new ComputedResult(key, json.Write(new Report(area, 0.1 + version)));
        await results.StoreAsync(claim, area, [kind], [result], new Dictionary<string, long> { [kind] = 1 }, cancellationToken);
    }

    /// <summary>Version of the complete months that results are about.</summary>
    public long DataVersion { get; set; }

    internal sealed record Request(string Place, int Months);

    internal sealed record Report(Jurisdiction Place, double Figure);

    private sealed record Unit(Jurisdiction Area) : RunUnit($"invented:{Area.Code}", RunTurn.Slow, 10);
}
