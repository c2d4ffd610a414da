using System.Globalization;
using CrimeInsight.Core.Cases;
using CrimeInsight.Web.Shared;
using CrimeInsight.Web.Shared.Scope;
using Microsoft.AspNetCore.WebUtilities;

namespace CrimeInsight.Web.Features.Cases;

/// <summary>Addresses of lists and of single cases; both carry the scope, so that one leads back to the other.</summary>
public static class CaseUrls
{
    public const string BeforeName = "before";
    public const string AfterName = "after";

    public static string List(Scope scope) => AppUrls.Cases + scope.ToQueryString();

    public static string Before(Scope scope, CaseCursor cursor) => QueryHelpers.AddQueryString(List(scope), BeforeName, cursor.ToString());

    public static string After(Scope scope, CaseCursor cursor) => QueryHelpers.AddQueryString(List(scope), AfterName, cursor.ToString());

    public static string Of(long id, Scope scope) => string.Create(CultureInfo.InvariantCulture, $"{AppUrls.Cases}/{id}{scope.ToQueryString()}");
}
