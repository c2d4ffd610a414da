namespace CrimeInsight.Core.Demo;

/// <summary>
/// The days of all cases of one district and year, drawn from random numbers of their own before anything else is known of
/// a case: so any day can be made alone, and is the same whatever other days are made.
/// </summary>
internal sealed class DistrictPlan
{
    private const int MostParents = 4;

    private readonly DemoYear _year;
    private readonly int _state;
    private readonly DemoRandom _random;
    private readonly List<PlannedCase> _cases = [];

    public DistrictPlan(DemoYear year, int district)
    {
        _year = year;
        _state = year.Index.StateOfDistrict[district];
        _random = new DemoRandom(year.Request.Seed, year.Index.Districts[district].Ordinal, year.Year);
        for (var head = 0; head < year.Index.Heads.Length; head++)
            Add(head, year.Targets.CountOf(year.Year, head, district));
    }

    public int Length => _cases.Count;

    public PlannedCase this[int position] => _cases[position];

    private void Add(int head, int count)
    {
        var contagion = _year.Index.Profiles[head].Contagion;
        var first = _cases.Count;
        var follows = FollowingShare(contagion, count);
        for (var i = 0; i < count; i++)
            _cases.Add(Follow(head, contagion, follows, first) ?? new PlannedCase((short)head, (short)_year.DaysOf(_state, head).Sample(_random), -1));
    }

    // The first case of a year follows none: the others make up for it, so that the share holds over all.
    private static double FollowingShare(ContagionTruth? contagion, int count) =>
        contagion is not null && count > 1 ? Math.Min(contagion.Share * count / (count - 1), 0.5) : 0;

    private PlannedCase? Follow(int head, ContagionTruth? contagion, double follows, int first)
    {
        if (contagion is null || _cases.Count == first || _random.NextUnit() >= follows)
            return null;
        for (var i = 0; i < MostParents; i++)
        {
            var parent = first + _random.NextIndex(_cases.Count - first);
            var wait = _random.NextExponential(contagion.MeanDays);
            var day = _cases[parent].Day + (int)wait;
            if (wait < contagion.MostDays && day < _year.Days)
                return new PlannedCase((short)head, (short)day, parent);
        }

        return null;
    }
}
