using System.Globalization;
using CrimeInsight.Core;
using CrimeInsight.Core.Geography;

namespace CrimeInsight.Web.Cli;

/// <summary>Puts files of cases and population together for a scan.</summary>
/// <param name="Periods">Number of periods from the first to the last with a row of cases, those without any among them.</param>
/// <param name="First">The first of them; null when the cases have no periods.</param>
/// <param name="Cases">Place after place, by period.</param>
/// <param name="Population">Empty, one for each place, or one for each place and period.</param>
internal sealed record ScanInput(PointSet Places, int Periods, SeriesTime? First, int[] Cases, double[] Population)
{
    private const int MostPeriods = 5000;

    /// <param name="population">Null without a file.</param>
    /// <exception cref="OperatorException">The rows do not fit together; the message names row and remedy.</exception>
    public static ScanInput Of(PointFile locations, List<PlaceRow> cases, List<PlaceRow>? population)
    {
        var timed = cases[0].Period is not null;
        var first = timed ? cases.MinBy(row => row.Period!.Value.Number).Period : null;
        var periods = timed ? cases.Max(row => row.Period!.Value.Number) - first!.Value.Number + 1 : 1;
        if (periods > MostPeriods)
            throw new OperatorException(
                $"The cases reach over {periods} periods, at most {MostPeriods} can be scanned; take months instead of days, or a shorter time.");
        var (counts, total) = (new int[locations.Ids.Count * periods], 0.0);
        foreach (var row in cases)
        {
            var number = row.Value.ToString("R", CultureInfo.InvariantCulture);
            if (row.Value != Math.Floor(row.Value))
                throw new OperatorException($"Cases, row {row.Row}: '{locations.Ids[row.Place]}' has {number} cases; write a whole number.");
            total += row.Value;
            if (total > int.MaxValue)
                throw new OperatorException(
                    string.Create(CultureInfo.InvariantCulture,
                        $"Cases, row {row.Row}: with the {number} of '{locations.Ids[row.Place]}' there are more than {int.MaxValue} cases, the most that can "
                            + $"be scanned; correct the numbers, or take a smaller area or a shorter time."));
            counts[row.Place * periods + (timed ? row.Period!.Value.Number - first!.Value.Number : 0)] += (int)row.Value;
        }

        if (total < 1)
            throw new OperatorException("The cases are 0 in every row; a scan needs at least one. Widen the area or the time.");
        var people = population is null ? [] : PopulationOf(locations, population, first, periods);
        var input = new ScanInput(locations.Points, periods, first, counts, people);
        for (var i = 0; i < counts.Length && people.Length > 0; i++)
        {
            if (counts[i] > 0 && people[people.Length == counts.Length ? i : i / periods] == 0)
                throw new OperatorException(
                    $"'{locations.Ids[i / periods]}' has {counts[i]} cases{(timed ? $" in {input.NameOf(i % periods)}" : "")} but a population of 0; correct "
                        + "one of the two, or leave the place out.");
        }

        return input;
    }

    /// <summary>A period by its position; null when the cases have no periods. One past the last is the end.</summary>
    public string? NameOf(int period) => First is { } first ? (first with { Number = first.Number + period }).ToString() : null;

    /// <summary>Runs what checks arguments; what it refuses is told to the operator.</summary>
    public static T Checked<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException invalid)
        {
            // One line, without the parameter and value the message already names.
            throw new OperatorException(invalid.Message.Split(" (Parameter")[0].Split('\n')[0].TrimEnd(), invalid);
        }
    }

    private static double[] PopulationOf(PointFile locations, List<PlaceRow> rows, SeriesTime? first, int periods)
    {
        var timed = rows[0].Period is not null;
        if (timed && rows[0].Period!.Value.Kind != first?.Kind)
            throw new OperatorException(
                "The population has periods of another kind than the cases; write both as yyyy-MM or both as yyyy-MM-dd, or leave the periods of the "
                    + "population out.");
        var known = rows.ToLookup(row => row.Place);
        var population = new double[locations.Ids.Count * (timed ? periods : 1)];
        for (var place = 0; place < locations.Ids.Count; place++)
        {
            var own = known[place].OrderBy(row => row.Period?.Number).ToArray();
            if (own.Length == 0)
                throw new OperatorException($"The population has no row for the location '{locations.Ids[place]}'; add it, with 0 where nobody is at risk.");
            for (var i = 1; i < own.Length; i++)
            {
                if (own[i].Period == own[i - 1].Period)
                    throw new OperatorException(
                        $"Population, row {own[i].Row}: the location '{locations.Ids[place]}' has two numbers{(timed ? $" for {own[i].Period}" : "")}; keep "
                            + "one of them.");
            }

            if (!timed)
                population[place] = own[0].Value;
            else
                Interpolate(own, first!.Value.Number, population.AsSpan(place * periods, periods));
        }

        return population;
    }

    // Between two periods along a straight line; before the first and after the last as there.
    private static void Interpolate(PlaceRow[] known, int first, Span<double> values)
    {
        var next = 0;
        for (var period = 0; period < values.Length; period++)
        {
            while (next < known.Length && known[next].Period!.Value.Number < first + period)
                next++;
            if (next == 0 || next == known.Length)
            {
                values[period] = known[Math.Min(next, known.Length - 1)].Value;
                continue;
            }

            var (before, after) = (known[next - 1], known[next]);
            var way = (first + period - before.Period!.Value.Number) / (double)(after.Period!.Value.Number - before.Period!.Value.Number);
            values[period] = before.Value + way * (after.Value - before.Value);
        }
    }
}
