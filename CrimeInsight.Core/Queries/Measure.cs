namespace CrimeInsight.Core.Queries;

/// <summary>What a query computes for each group. The catalogue is closed.</summary>
public enum Measure
{
    /// <summary>Registered cases.</summary>
    Count,

    /// <summary>Cases per 100,000 residents and year (period annualised by days; population of the period's years).</summary>
    RatePerLakh,

    /// <summary>Percent of the total over all groups of the same query.</summary>
    Share,

    /// <summary>Percent change of the count against the period of equal length just before.</summary>
    ChangePrevious,

    /// <summary>Percent change of the count against the same period one year earlier.</summary>
    ChangeLastYear,

    /// <summary>Percent of cases disposed of by police (chargesheeted or closed, and later stages) in which a charge sheet was filed.</summary>
    ChargesheetRate,

    /// <summary>Percent of cases decided by courts (convicted or acquitted) that ended in conviction.</summary>
    ConvictionRate,

    /// <summary>Cases of the period <see cref="ChangePrevious"/> compares with.</summary>
    CountPrevious,

    /// <summary>Cases of the period <see cref="ChangeLastYear"/> compares with.</summary>
    CountLastYear,

    /// <summary>Cases disposed of by police: what <see cref="ChargesheetRate"/> is a percentage of.</summary>
    Disposed,

    /// <summary>Cases decided by courts: what <see cref="ConvictionRate"/> is a percentage of.</summary>
    Decided,
}
