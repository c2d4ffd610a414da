namespace CrimeInsight.Core.Demo;

/// <summary>What the districts of one year share: days of the year by head and state, and rates.</summary>
internal sealed class DemoYear(int year, DemoIndex index, DayWeights days, CaseTargets targets, StatusModel statuses, DemoRequest request)
{
    private readonly AliasTable?[] _days = new AliasTable?[index.States.Length * index.Heads.Length];

    public int Year { get; } = year;

    public DateOnly First { get; } = new(year, 1, 1);

    /// <summary>Day after the last.</summary>
    public DateOnly End { get; } = new(year + 1, 1, 1);

    public int Days { get; } = DateTime.IsLeapYear(year) ? 366 : 365;

    public DemoIndex Index { get; } = index;

    public CaseTargets Targets { get; } = targets;

    public StatusModel Statuses { get; } = statuses;

    public DemoRequest Request { get; } = request;

    /// <summary>First day on which a head can be the offence: that of the new penal code, for those it brought.</summary>
    public DateOnly FirstDayOf(int head) =>
        PlantedEffects.Shifts.Any(shift => shift.ToHeadCode == Index.Heads[head].Code) ? PlantedEffects.BnsFrom : DateOnly.MinValue;

    public AliasTable DaysOf(int state, int head) =>
        _days[state * Index.Heads.Length + head] ??= new AliasTable(days.Of(state, head, Year));
}
