using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Data.Import;

/// <summary>
/// What rollups of one date basis count of an incident, except its map cell, in 64 bits: the jurisdiction's place (20), head (9), month (4), stage
/// (3), gender (2) and age band (4) of the victim, day of the week (3), hour (5), and whether it is protected (1).
/// </summary>
internal readonly struct RollupCase
{
    private const int HeadShift = 20, MonthShift = 29, StatusShift = 33, GenderShift = 36;
    private const int AgeShift = 38, WeekdayShift = 42, HourShift = 45, SensitiveShift = 50;

    private readonly ulong _bits;

    public RollupCase(in RollupFacts facts, int place, DateBasis basis)
    {
        _bits = (uint)place | ((ulong)(uint)facts.HeadId << HeadShift) | ((ulong)facts.On(basis).Month << MonthShift)
            | ((ulong)facts.Status << StatusShift) | ((ulong)facts.VictimGender << GenderShift) | ((ulong)facts.VictimAgeBand << AgeShift)
            | ((ulong)(((int)facts.OccurredOn.DayOfWeek + 6) % 7) << WeekdayShift) | ((ulong)(facts.Hour + 1) << HourShift)
            | (facts.IsSensitive ? 1UL << SensitiveShift : 0);
    }

    public int Place => Part(0, 20);

    public int Head => Part(HeadShift, 9);

    public int Month => Part(MonthShift, 4);

    public int Status => Part(StatusShift, 3);

    public int VictimGender => Part(GenderShift, 2);

    public int VictimAgeBand => Part(AgeShift, 4);

    /// <summary>Of the offence; 0 is Monday.</summary>
    public int Weekday => Part(WeekdayShift, 3);

    /// <summary>One more than the hour of the offence; 0 when it is unknown.</summary>
    public int HourOrUnknown => Part(HourShift, 5);

    public bool IsSensitive => Part(SensitiveShift, 1) == 1;

    private int Part(int shift, int bits) => (int)(_bits >> shift) & ((1 << bits) - 1);
}
