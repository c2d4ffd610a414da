namespace CrimeInsight.Core.Import.Foresight;

/// <summary>What is odd about the rows of a file as a whole. Texts: ImportText, under <c>Anomaly</c> and the name.</summary>
public enum AnomalyKind
{
    /// <summary>A place without a case in a month in which cases were to be expected. Tested.</summary>
    PlaceSilent,

    /// <summary>Far fewer cases in a month than expected. Tested.</summary>
    MonthLow,

    /// <summary>Ten times the place's usual month, or more.</summary>
    MonthTenfold,

    /// <summary>Many rows on one point.</summary>
    OnePoint,

    /// <summary>Almost all rows at one hour.</summary>
    OneHour,

    /// <summary>Many rows at exactly midnight, as forms write where no time is known.</summary>
    Midnight,

    /// <summary>Almost all rows on one day of the month.</summary>
    OneDay,

    /// <summary>Many rows on the first of a month, as forms write where no day is known.</summary>
    FirstOfMonth,

    /// <summary>Almost all victims of one gender.</summary>
    OneGender,

    /// <summary>Almost all victims in one band of age.</summary>
    OneAge,

    /// <summary>Dates that lie in the future; such rows are rejected.</summary>
    FutureDates,

    /// <summary>Offences many years before the others.</summary>
    OldDates,

    /// <summary>A head of which there should be cases, and is none. Tested.</summary>
    HeadVanishes,

    /// <summary>A head of which there was never a case.</summary>
    HeadAppears,

    /// <summary>Far more or fewer cases of a head than its share so far. Tested.</summary>
    HeadShift,
}
