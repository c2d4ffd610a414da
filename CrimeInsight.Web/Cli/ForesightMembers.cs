using System.Text.Json;
using CrimeInsight.Core.Import.Features;
using CrimeInsight.Core.Import.Foresight;
using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.Import.Preparing;

namespace CrimeInsight.Web.Cli;

/// <summary>What a dry run tells beside its counts, as members of its JSON (docs/import.md).</summary>
internal sealed class ForesightMembers : IForesightSink
{
    private const int MostRows = 200, MostChanges = 5000;

    private readonly Dictionary<OutcomeKind, List<object>> _rows = Enum.GetValues<OutcomeKind>().ToDictionary(kind => kind, _ => new List<object>());
    private readonly List<object> _changes = [];
    private readonly Dictionary<string, List<object>> _prepared = [];
    private readonly List<object> _pairs = [];

    /// <summary>The first rows of each kind.</summary>
    public object Rows => new
    {
        updated = _rows[OutcomeKind.Updated],
        duplicates = _rows[OutcomeKind.Duplicate],
        conflicts = _rows[OutcomeKind.Conflict],
        rejected = _rows[OutcomeKind.Rejected],
        repaired = _rows[OutcomeKind.Repaired],
        prepared = _prepared,
        likely = _pairs,
    };

    public IReadOnlyList<object> Changes => _changes;

    public static object Describe(Anomaly anomaly) => new
    {
        kind = anomaly.Kind.ToString(),
        place = anomaly.Place,
        month = anomaly.Month?.ToString(),
        head = anomaly.Head,
        value = anomaly.Value,
        found = anomaly.Found,
        of = anomaly.Of,
        expected = anomaly.Expected is { } expected ? Math.Round(expected, 1) : (double?)null,
        adjustedP = anomaly.AdjustedP,
    };

    public static object Describe(StoredMonth month) =>
        new { place = month.Place, month = month.Month.ToString(), entering = month.Entering, stored = month.Stored, known = month.Known };

    public static object Describe(FeatureReport features) => new
    {
        rows = features.Rows, weekend = features.Weekend, festival = features.Festival, repeats = features.Repeats, nearRepeats = features.NearRepeats,
    };

    public static object Describe(LikelySummary likely) => new
    {
        scores = LikenessResult.Scores, pairs = likely.Reaching, byChance = likely.ByChance.Select(pairs => Math.Round(pairs, 1)),
    };

    /// <summary>Levels of agreement in each field that both know: 1 is the closest (docs/methods/duplicates.md).</summary>
    public static object Describe(LikelyPair pair) => new
    {
        row = pair.Second.Row,
        twinBatch = pair.First.BatchNumber == pair.Second.BatchNumber ? (int?)null : pair.First.BatchNumber,
        twinRow = pair.First.Row,
        score = Math.Round(pair.Score, 4),
        agreement = Agreement.Fields.Where(field => pair.Agreement[field] > 0)
            .ToDictionary(field => JsonNamingPolicy.CamelCase.ConvertName(field.ToString()), field => pair.Agreement[field]),
        decision = pair.Decision?.ToString().ToLowerInvariant(),
    };

    public void Add(LikelyPair pair)
    {
        if (_pairs.Count < MostRows)
            _pairs.Add(Describe(pair));
    }

    public void Add(OutcomeRow row)
    {
        if (_rows[row.Kind].Count < MostRows)
            _rows[row.Kind].Add(new
            {
                row = row.Row, column = row.Column, value = row.Value, stored = row.Stored, reason = row.Reason, fix = row.Fix,
                batch = row.TwinBatch, batchRow = row.TwinRow,
            });
    }

    public void Add(PreparedRow row)
    {
        var name = PreparationMembers.NameOf(row.Step);
        if (!_prepared.TryGetValue(name, out var rows))
            _prepared[name] = rows = [];
        if (rows.Count < MostRows)
            rows.Add(PreparationMembers.Describe(row));
    }

    public void Add(ForeseenChange change)
    {
        if (_changes.Count < MostChanges)
            _changes.Add(new { month = change.Month.ToString(), place = change.Place, head = change.Head, before = change.Before, after = change.After });
    }
}
