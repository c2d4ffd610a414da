using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Queries;

/// <summary>How finely the cases of protected heads may be divided.</summary>
public static class ProtectedHeads
{
    /// <summary>Least value of the least total that is divided (<c>Privacy__MinimumTotal</c>).</summary>
    public const int LeastMinimumTotal = 10;

    /// <summary>The same when nothing is set.</summary>
    public const int DefaultMinimumTotal = 20;

    /// <summary>The finest jurisdictions by which they are shown.</summary>
    public static JurisdictionLevel FinestLevel(QueryAudience audience) =>
        audience == QueryAudience.Screen ? JurisdictionLevel.Station : JurisdictionLevel.District;

    /// <summary>Leaves whose victims are protected.</summary>
    public static HashSet<short> Among(CrimeHeadTree tree, IEnumerable<short> leaves) =>
        [.. leaves.Where(tree.IsSensitive)];

    /// <summary>
    /// A figure over these leaves tells that of the protected ones: there are no others, or they make up one head, whose
    /// figure anyone may ask for.
    /// </summary>
    public static bool AreOneStepFrom(CrimeHeadTree tree, IReadOnlyCollection<short> leaves)
    {
        var sensitive = Among(tree, leaves);
        return sensitive.Count > 0 && tree.Cover(leaves.Except(sensitive).ToHashSet()).Take(2).Count() < 2;
    }

    /// <summary>Figures of the head at such a place are not for that audience.</summary>
    public static bool IsWithheld(CrimeHeadTree tree, CrimeHead head, JurisdictionLevel level, QueryAudience audience) =>
        level > FinestLevel(audience) && AreOneStepFrom(tree, [.. tree.LeavesOf(head.Id).Select(leaf => leaf.Id)]);
}
