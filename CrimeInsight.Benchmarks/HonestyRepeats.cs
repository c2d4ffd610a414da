using System.Globalization;
using CrimeInsight.Core.Spatial.Knox;

namespace CrimeInsight.Benchmarks;

/// <summary>
/// How often near repeats are found where a town grows and no event brings another, and where some do: with times dealt anywhere ("before") and with every
/// place's trend kept.
/// </summary>
internal sealed class HonestyRepeats(FigureTable table, int sets)
{
    private const int Threads = 2;
    private const double Level = 0.05;
    private const double PowerShare = 0.9;

    /// <summary>Share of the events that another follows, where they do.</summary>
    private const double Followed = 0.12;

    private static readonly (string Name, HonestyEvents Events)[] s_kinds =
    [
        ("no town grows", new(1)),
        ("a town doubles over the year", new(2)),
        ("a town grows to five times", new(5)),
        ("a town doubles within a day (counts in part)", new(2, IsSudden: true)),
    ];

    public void Add(CancellationToken cancellationToken)
    {
        // The power of times dealt anywhere means something only where that is right.
        var stable = 0.0;
        foreach (var (name, events) in s_kinds)
        {
            var (alarmsBefore, foundBefore) = Percents(events, isTrendKept: false, cancellationToken);
            var (alarms, found) = Percents(events, isTrendKept: true, cancellationToken);
            if (events.Growth <= 1)
                stable = foundBefore;
            var chance = 200 * Math.Sqrt(Level * (1 - Level) / sets);
            table.Add(
                Text($"near repeats; {name}"),
                Text($"false alarms {alarmsBefore:0.#} → {alarms:0.#} %; contagion found {foundBefore:0} → {found:0} %"),
                Text($"≤ 5 % (+ {chance:0.0} by chance); ≥ {100 * PowerShare:0} % of {stable:0} %"),
                events.IsSudden ? null : alarms <= 100 * Level + chance && found >= PowerShare * stable - chance);
        }
    }

    private (double Alarms, double Found) Percents(HonestyEvents events, bool isTrendKept, CancellationToken cancellationToken)
    {
        int alarms = 0, found = 0;
        Parallel.For(1, sets + 1, new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = cancellationToken }, seed =>
        {
            if (IsElevated(events.Draw(0, seed) with { IsTrendKept = isTrendKept }))
                Interlocked.Increment(ref alarms);
            if (IsElevated(events.Draw(Followed, seed) with { IsTrendKept = isTrendKept }))
                Interlocked.Increment(ref found);
        });
        return (100.0 * alarms / sets, 100.0 * found / sets);
    }

    private static bool IsElevated(KnoxRequest request) => KnoxTest.Run(request, null, 1, CancellationToken.None).Cells.Any(cell => cell.IsElevated);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
