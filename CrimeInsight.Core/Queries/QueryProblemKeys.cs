namespace CrimeInsight.Core.Queries;

/// <summary>Resource keys (QueryText) of everything that can be wrong with a query.</summary>
public static class QueryProblemKeys
{
    public const string MeasuresMissing = "ProblemMeasuresMissing";
    public const string Repeated = "ProblemRepeated";
    public const string NotInCatalogue = "ProblemNotInCatalogue";
    public const string TooManyDimensions = "ProblemTooManyDimensions";
    public const string PeriodMissing = "ProblemPeriodMissing";
    public const string PeriodOrder = "ProblemPeriodOrder";
    public const string PeriodRange = "ProblemPeriodRange";
    public const string RegisteredByClock = "ProblemRegisteredByClock";
    public const string TooManyValues = "ProblemTooManyValues";
    public const string BlankCode = "ProblemBlankCode";
    public const string WeekdayRange = "ProblemWeekdayRange";
    public const string HourRange = "ProblemHourRange";
    public const string OrderNotMeasured = "ProblemOrderNotMeasured";
    public const string LimitRange = "ProblemLimitRange";
    public const string RateWithStatus = "ProblemRateWithStatus";
    public const string ChangeNeedsWholeMonths = "ProblemChangeNeedsWholeMonths";
    public const string ChangeByDay = "ProblemChangeByDay";
    public const string Syntax = "ProblemSyntax";
    public const string UnknownMember = "ProblemUnknownMember";
    public const string WrongType = "ProblemWrongType";
    public const string UnknownJurisdiction = "ProblemUnknownJurisdiction";
    public const string UnknownHead = "ProblemUnknownHead";
    public const string UnknownSection = "ProblemUnknownSection";
    public const string TooManyGroups = "ProblemTooManyGroups";

    /// <summary>Every key, for the tests that look for their texts.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        MeasuresMissing, Repeated, NotInCatalogue, TooManyDimensions, PeriodMissing, PeriodOrder, PeriodRange, RegisteredByClock, TooManyValues,
        BlankCode, WeekdayRange, HourRange, OrderNotMeasured, LimitRange, RateWithStatus, ChangeNeedsWholeMonths, ChangeByDay, Syntax,
        UnknownMember, WrongType, UnknownJurisdiction, UnknownHead, UnknownSection, TooManyGroups,
    ];
}
