using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Statutes;

namespace CrimeInsight.Data.Queries;

/// <summary>Turns codes into nodes, within a person's scope.</summary>
internal static class QueryResolver
{
    /// <param name="scope">Roots of the subtrees the person may see.</param>
    /// <exception cref="InvalidQueryException">A code is not known; carries every one.</exception>
    public static ResolvedQuery Resolve(IncidentQuery query, ReferenceData reference, IReadOnlyCollection<Jurisdiction> scope)
    {
        var problems = new List<QueryProblem>();
        var places = Find(query.Jurisdictions, reference.Jurisdictions.Find, problems, code => new("jurisdictions", QueryProblemKeys.UnknownJurisdiction,
            $"jurisdictions: there is no jurisdiction '{code}'; use codes such as IN, IN-TN or those of districts and stations."));
        var heads = Find(query.Heads, reference.Heads.Find, problems, code => new("heads", QueryProblemKeys.UnknownHead,
            $"heads: there is no crime head '{code}'; use codes such "
                + $"as {string.Join(", ", reference.Heads.ChildrenOf(reference.Heads.Root.Id).Take(3).Select(head => head.Code))}."));
        if (problems.Count > 0)
            throw new InvalidQueryException(problems);
        var isByPlace = query.Dimensions.Contains(Dimension.Jurisdiction);
        var placePlan = JurisdictionPlan.Create(reference.Jurisdictions, places, scope, isByPlace, query.JurisdictionLevel);
        CrimeHeadLevel? headLevel = query.Dimensions.Contains(Dimension.Head) ? query.HeadLevel : null;
        var asRun = query with
        {
            DateBasis = query.CountedBy,
            Jurisdictions = placePlan.Roots.IsEmpty ? query.Jurisdictions : [.. placePlan.Roots.Select(root => root.Code)],
            JurisdictionLevel = isByPlace ? query.JurisdictionLevel ?? placePlan.GroupLevel : query.JurisdictionLevel,
        };
        return new ResolvedQuery(asRun, placePlan, HeadPlan.Create(reference.Heads, heads, headLevel, query.Sections.Any(IsProtected)));
    }

    private static bool IsProtected(string code) => LawSection.Parse(code) is { } section && ProtectedSections.IsSensitive(section);

    private static List<T> Find<T>(
        IEnumerable<string> codes, Func<string, T?> find, List<QueryProblem> problems, Func<string, QueryProblem> unknown)
        where T : class
    {
        var found = new List<T>();
        foreach (var code in codes)
            if (find(code) is { } node)
                found.Add(node);
            else
                problems.Add(unknown(code));
        return found;
    }
}
