using CrimeInsight.Core.Cases;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.WebUtilities;

namespace CrimeInsight.Web.Features.Cases;

/// <summary>Addresses of lists of cases with what narrows and turns them.</summary>
public static class CaseUrls
{
    public const string BeforeName = "before";
    public const string AfterName = "after";

    public static string List(ScopeCodes scope, CaseChoice choice) => Url(AppUrls.Cases, scope, choice);

    public static string Before(ScopeCodes scope, CaseChoice choice, CaseCursor cursor) =>
        QueryHelpers.AddQueryString(List(scope, choice), BeforeName, cursor.ToString());

    public static string After(ScopeCodes scope, CaseChoice choice, CaseCursor cursor) =>
        QueryHelpers.AddQueryString(List(scope, choice), AfterName, cursor.ToString());

    public static string Export(ScopeCodes scope, CaseChoice choice) => Url(AppUrls.CaseListFile + ".csv", scope, choice);

    private static string Url(string path, ScopeCodes scope, CaseChoice choice) =>
        scope.ToUrl(
            path, (CaseChoice.StatusName, choice.Status?.ToString().ToLowerInvariant()), (CaseChoice.NumberName, choice.Number),
            (CaseChoice.FeaturesName, choice.HasFeatures ? CaseChoice.FeaturesOn : null));
}
