using System.Globalization;
using CrimeInsight.Core.Cases;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.WebUtilities;

namespace CrimeInsight.Web.Features.Cases;

/// <summary>Addresses of lists and of single cases; both carry the scope, so that one leads back to the other.</summary>
public static class CaseUrls
{
    public const string BeforeName = "before";
    public const string AfterName = "after";

    /// <summary>Path of the list as a file, without its end; scope and choice follow.</summary>
    public const string ListFile = "/export/case-list";

    public static string List(ScopeCodes scope) => AppUrls.Cases + scope.ToQueryString();

    public static string List(ScopeCodes scope, CaseChoice choice) => Url(AppUrls.Cases, scope, choice);

    public static string Before(ScopeCodes scope, CaseChoice choice, CaseCursor cursor) => QueryHelpers.AddQueryString(List(scope, choice), BeforeName, cursor.ToString());

    public static string After(ScopeCodes scope, CaseChoice choice, CaseCursor cursor) => QueryHelpers.AddQueryString(List(scope, choice), AfterName, cursor.ToString());

    public static string Export(ScopeCodes scope, CaseChoice choice) => Url(ListFile + ".csv", scope, choice);

    public static string Of(long id, ScopeCodes scope) => string.Create(CultureInfo.InvariantCulture, $"{AppUrls.Cases}/{id}{scope.ToQueryString()}");

    private static string Url(string path, ScopeCodes scope, CaseChoice choice) =>
        scope.ToUrl(path, (CaseChoice.StatusName, choice.Status?.ToString().ToLowerInvariant()), (CaseChoice.NumberName, choice.Number));
}
