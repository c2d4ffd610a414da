namespace CrimeInsight.Core.Import.Likeness;

/// <summary>What is compared of two cases. Values are stored; never renumber.</summary>
public enum LikenessField
{
    /// <summary>Same station, another.</summary>
    Station = 0,

    /// <summary>Same day, the next, another.</summary>
    Day = 1,

    /// <summary>Same head, another of the same group, another.</summary>
    Head = 2,

    /// <summary>Same minute, within half an hour, within three hours, apart.</summary>
    Time = 3,

    /// <summary>Within 15 metres, within 150, within 500, apart.</summary>
    Place = 4,

    /// <summary>Same, another.</summary>
    VictimGender = 5,

    /// <summary>Same band, the next, another.</summary>
    VictimAge = 6,

    /// <summary>Same, another.</summary>
    OffenderGender = 7,

    /// <summary>Same band, the next, another.</summary>
    OffenderAge = 8,

    /// <summary>Same value, within a tenth, another.</summary>
    Value = 9,

    /// <summary>Same words, much the same, others.</summary>
    Words = 10,

    /// <summary>Same numbers in another spelling, a slip of the pen apart, others.</summary>
    Reference = 11,

    /// <summary>Registered after as many days, within two days of that, otherwise.</summary>
    Delay = 12,
}
