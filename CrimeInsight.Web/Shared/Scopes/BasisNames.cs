using CrimeInsight.Core.Incidents;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Shared.Scopes;

/// <summary>Names of the dates by which cases are counted.</summary>
public static class BasisNames
{
    /// <summary>Key in ScopeText.</summary>
    public static string KeyOf(DateBasis basis) => basis == DateBasis.Registered ? nameof(ScopeText.ByRegistered) : nameof(ScopeText.ByOccurred);
}
