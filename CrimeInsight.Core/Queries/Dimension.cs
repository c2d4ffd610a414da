namespace CrimeInsight.Core.Queries;

/// <summary>By what a query groups. The catalogue is closed.</summary>
public enum Dimension
{
    /// <summary>Jurisdictions at <see cref="IncidentQuery.JurisdictionLevel"/>.</summary>
    Jurisdiction,

    /// <summary>Crime heads at <see cref="IncidentQuery.HeadLevel"/>: nodes of that level, and leaves of a coarser level.</summary>
    Head,

    /// <summary>First day of the month.</summary>
    Month,

    /// <summary>The day itself.</summary>
    Day,
    Year,

    /// <summary>ISO weekday, 1 Monday … 7 Sunday.</summary>
    Weekday,

    /// <summary>Local hour 0 … 23; −1 when unknown.</summary>
    Hour,

    /// <summary>Victim's gender.</summary>
    Gender,

    /// <summary>Victim's age band.</summary>
    AgeBand,
    Status,
}
