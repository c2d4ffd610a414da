using System.Collections.Immutable;
using CrimeInsight.Core.Calendar;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Features;
using CrimeInsight.Core.Import.Foresight;
using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.Import.Records;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Data.Import;

/// <summary>Tells, from a batch that was judged and will be rolled back, what its import would do.</summary>
internal static class Foreteller
{
    /// <summary>Most rows of each kind that are listed.</summary>
    public const int MostRows = 50_000;

    private const int MostPairs = 1000;

    /// <param name="future">Dates that lie ahead; their rows are rejected.</param>
    public static async Task<Foretold> TellAsync(
        BatchSession session, ReferenceData reference, HolidayCalendar calendar, IForesightSink? sink, long future,
        CancellationToken cancellationToken)
    {
        var places = await session.ForeseenPlacesAsync(cancellationToken);
        var changes = await session.ForeseenChangesAsync(cancellationToken);
        short[] leaves = [.. reference.Heads.LeavesOf(reference.Heads.Root.Id).Select(head => head.Id).Union(changes.Select(change => change.HeadId))];
        if (sink is not null)
        {
            foreach (var row in await session.ForeseenRowsAsync(MostRows, cancellationToken))
                foreach (var told in RowsOf(row, session.Number, reference))
                    sink.Add(told);
            await TellChangesAsync(session, new ForesightChanges(places, reference.Heads, changes), leaves, sink, cancellationToken);
        }

        var features = new FeatureCounter(reference.Jurisdictions, calendar);
        var likely = await LikelyAsync(session, reference, features, sink, cancellationToken);
        return new Foretold(
            [.. await CountsAsync(session, reference, places, changes, leaves, cancellationToken),
             .. ValueAnomalies.Find(await session.ForeseenValuesAsync(cancellationToken), future)],
            [.. await session.StoredMonthsAsync(cancellationToken)],
            likely,
            features.Report());
    }

    private static async Task<LikelySummary> LikelyAsync(
        BatchSession session, ReferenceData reference, FeatureCounter features, IForesightSink? sink, CancellationToken cancellationToken)
    {
        var found = await session.FindLikelyAsync(reference.Heads, features, cancellationToken);
        if (sink is not null && found.Pairs.Length > 0)
            foreach (var pair in await session.LikelyPairsAsync([.. found.Pairs.Take(MostPairs)], cancellationToken))
                sink.Add(pair);
        return new LikelySummary(
            [.. LikenessResult.Scores.Select(score => found.Pairs.Count(pair => pair.Score >= score))], found.ByChance, 0, 0);
    }

    private static async Task<ImmutableArray<Anomaly>> CountsAsync(
        BatchSession session, ReferenceData reference, IReadOnlyList<ForesightPlace> places, IReadOnlyList<ForesightCount> changes, short[] leaves,
        CancellationToken cancellationToken)
    {
        var counts = new CountAnomalies(places, reference.Heads, changes);
        if (counts.IsEmpty)
            return [];
        var units = await session.StoredAsync(
            counts.Units.Level, counts.Ordinals, [reference.Heads.Root.Id], counts.From, counts.Last, cancellationToken);
        var heads = await session.StoredAsync(counts.Units.Level, counts.Ordinals, leaves, counts.From, counts.Last, cancellationToken);
        return counts.Find(units, heads);
    }

    private static async Task TellChangesAsync(
        BatchSession session, ForesightChanges changes, short[] leaves, IForesightSink sink, CancellationToken cancellationToken)
    {
        if (changes.Months.Count == 0)
            return;
        var before = await session.StoredAsync(
            changes.Places.Level, changes.Ordinals, leaves, changes.Months[0], changes.Months[^1], cancellationToken);
        foreach (var change in changes.Tell(before))
            sink.Add(change);
    }

    private static IEnumerable<OutcomeRow> RowsOf(BatchSession.ForeseenRow row, int batch, ReferenceData reference)
    {
        var twin = BatchRow.Of(row.TwinId, null);
        int? other = twin.BatchNumber == batch ? null : twin.BatchNumber;
        var (entering, known) = (row.New?.ToContent(), row.Old?.ToContent());
        if (row.Fate == "duplicate")
        {
            var reason = other is null ? OutcomeRow.ReasonNames.EqualsEarlier : OutcomeRow.ReasonNames.EqualsKnown;
            yield return new OutcomeRow(OutcomeKind.Duplicate, row.Row, "", entering?.CaseNumber, reason) { TwinBatch = other, TwinRow = twin.Row };
            yield break;
        }

        var kind = row.Fate == "update" ? OutcomeKind.Updated : OutcomeKind.Conflict;
        var why = kind == OutcomeKind.Updated ? OutcomeRow.ReasonNames.Changes
            : row.IsUpdate == true ? OutcomeRow.ReasonNames.NotAskedToUpdate : OutcomeRow.ReasonNames.Contradicts;
        foreach (var column in ConflictValues.Columns(row.Differs ?? []))
            yield return new OutcomeRow(kind, row.Row, column, ConflictValues.Of(column, entering, reference), why)
            {
                Stored = ConflictValues.Of(column, known, reference), TwinBatch = other, TwinRow = twin.Row,
            };
    }
}
