using System.Globalization;

namespace CrimeInsight.Core.Import.Foresight;

/// <summary>Values that too many rows of a file share, by plain rules.</summary>
public static class ValueAnomalies
{
    private const string ExactMidnight = "0";

    /// <param name="future">Dates that lie ahead; their rows are rejected.</param>
    public static IEnumerable<Anomaly> Find(IReadOnlyCollection<ForesightValue> values, long future)
    {
        var byKind = values.ToLookup(value => value.Kind);
        if (future > 0)
            yield return new Anomaly(AnomalyKind.FutureDates) { Found = future };
        var points = byKind["points"].Sum(value => value.Cases);
        if (byKind["point"].FirstOrDefault() is { } point && IsMany(point.Cases, points, AnomalySettings.PointShare))
            yield return new Anomaly(AnomalyKind.OnePoint) { Value = point.Value, Found = point.Cases, Of = points };
        foreach (var found in Common(byKind["hour"], AnomalyKind.OneHour, AnomalyKind.Midnight, ExactMidnight, AnomalySettings.MidnightShare)
            .Concat(Common(byKind["day"], AnomalyKind.OneDay, AnomalyKind.FirstOfMonth, "1", AnomalySettings.FirstDayShare))
            .Concat(Common(byKind["gender"], AnomalyKind.OneGender)).Concat(Common(byKind["age"], AnomalyKind.OneAge)))
            yield return found;
        if (Old(byKind["year"]) is { } old)
            yield return old;
    }

    private static IEnumerable<Anomaly> Common(
        IEnumerable<ForesightValue> values, AnomalyKind kind, AnomalyKind? special = null, string specialValue = "", double specialShare = 1)
    {
        var all = values.ToList();
        var sum = all.Sum(value => value.Cases);
        if (all.Count == 0)
            yield break;
        var most = all.MaxBy(value => value.Cases)!;
        if (special is { } name && all.Find(value => value.Value == specialValue) is { } usual && IsMany(usual.Cases, sum, specialShare))
            yield return new Anomaly(name) { Found = usual.Cases, Of = sum };
        else if (IsMany(most.Cases, sum, AnomalySettings.OneValueShare))
            yield return new Anomaly(kind) { Value = most.Value.TrimEnd('+'), Found = most.Cases, Of = sum };
    }

    private static Anomaly? Old(IEnumerable<ForesightValue> years)
    {
        var all = years.Select(year => (Year: int.Parse(year.Value, CultureInfo.InvariantCulture), year.Cases)).OrderBy(year => year.Year).ToList();
        var (sum, seen, middle) = (all.Sum(year => year.Cases), 0L, 0);
        foreach (var (year, cases) in all)
        {
            seen += cases;
            if (seen * 2 < sum)
                continue;
            middle = year;
            break;
        }

        var old = all.Where(year => year.Year <= middle - AnomalySettings.OldYears).ToList();
        return old.Count == 0 ? null : new Anomaly(AnomalyKind.OldDates)
        {
            Value = old[0].Year.ToString(CultureInfo.InvariantCulture), Found = old.Sum(year => year.Cases), Of = sum,
        };
    }

    private static bool IsMany(long cases, long all, double share) => all >= AnomalySettings.LeastRows && cases >= all * share;
}
