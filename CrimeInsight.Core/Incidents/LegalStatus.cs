namespace CrimeInsight.Core.Incidents;

/// <summary>Stage a registered case has reached. Values are stored; never renumber.</summary>
public enum LegalStatus : short
{
    UnderInvestigation = 0,

    /// <summary>Charge sheet filed; trial pending.</summary>
    Chargesheeted = 1,

    /// <summary>Final report without a charge sheet (true but no clue, false, mistake of fact, non-cognizable).</summary>
    Closed = 2,
    Convicted = 3,

    /// <summary>Acquitted, discharged, compounded or quashed.</summary>
    Acquitted = 4,
}
