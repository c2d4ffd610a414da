namespace CrimeInsight.Core.People;

/// <summary>What a person may do. Values are stored; never renumber.</summary>
public enum PersonRole : short
{
    /// <summary>Station officer: reads within their jurisdictions.</summary>
    Officer = 1,

    /// <summary>District supervisor: reads and exports within their jurisdictions.</summary>
    Supervisor = 2,

    /// <summary>Administrator: uploads data, manages people within their jurisdictions.</summary>
    Admin = 3,
}
