namespace CrimeInsight.Core.Incidents;

/// <summary>Level in NCRB's taxonomy. Values are stored; never renumber.</summary>
public enum CrimeHeadLevel : short
{
    /// <summary>The root: all registered cases.</summary>
    All = 0,
    Category = 1,
    Head = 2,
    SubHead = 3,
}
