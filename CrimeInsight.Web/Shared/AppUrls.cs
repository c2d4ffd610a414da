using System.Globalization;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Places.Files;
using CrimeInsight.Core.Scopes;

namespace CrimeInsight.Web.Shared;

/// <summary>Every address of the site, in one place. The scope (jurisdiction, head, period) travels as a query string.</summary>
public static class AppUrls
{
    public const string Overview = "/";
    public const string Map = "/map";
    public const string Forecast = "/forecast";
    public const string Hotspots = "/hotspots";
    public const string Cases = "/cases";
    public const string Quality = "/quality";
    public const string Validation = "/validation";
    public const string Jobs = "/jobs";
    public const string DataRoom = "/data-room";
    public const string Sources = "/sources";
    public const string NewSource = Sources + "/new";
    public const string People = "/people";
    public const string PeopleTemplate = People + "/template.csv";
    public const string Places = "/places";

    /// <summary>Names of what an address of places says.</summary>
    public const string PlacesView = "view";

    /// <inheritdoc cref="PlacesView"/>
    public const string PlacesPlace = "place";
    public const string Boundaries = "/boundaries";

    /// <summary>Name and value of what the address says where boundaries are loaded.</summary>
    public const string BoundariesView = "view";

    /// <inheritdoc cref="BoundariesView"/>
    public const string BoundariesLoadView = "load";
    public const string BoundariesLoad = $"{Boundaries}?{BoundariesView}={BoundariesLoadView}";
    public const string Audit = "/audit";
    public const string Settings = "/settings";
    public const string MethodPage = "/help/{Name}";
    public const string Setup = "/setup";
    public const string FirstAdmin = Setup + "/administrator";
    public const string Account = "/account";
    public const string Password = "/account/password";
    public const string Factor = "/account/factor";
    public const string Passkeys = "/account/passkeys";
    public const string SignIn = "/sign-in";
    public const string SignInCode = SignIn + "/code";
    public const string SignInFactor = SignIn + "/factor";
    public const string SignOut = "/sign-out";
    public const string Denied = "/denied";
    public const string NotFound = "/not-found";
    public const string Error = "/error";
    public const string Live = "/health/live";
    public const string Ready = "/health/ready";
    public const string Data = "/health/data";

    /// <summary>Files, without their ends; the state of the page they belong to follows as its query string.</summary>
    public const string QueryFile = "/export/cases";
    public const string CaseListFile = "/export/case-list";
    public const string ValidationFile = "/export/validation";
    public const string ForecastFile = "/export/forecast";
    public const string HotspotsFile = "/export/hotspots";
    public const string AuditFile = "/export/audit";
    public const string NearRepeatsFile = "/export/near-repeats";
    public const string ConcentrationFile = "/export/concentration";
    public const string BatchRejectsFile = "/export/batch-rejects";
    public const string BatchDuplicatesFile = "/export/batch-duplicates";
    public const string BatchPairsFile = "/export/batch-pairs";
    public const string CheckPairsFile = "/export/check-pairs";
    public const string BatchConflictsFile = "/export/batch-conflicts";
    public const string CheckRowsFile = "/export/check-rows";
    public const string PreparedRowsFile = "/export/prepared-rows";
    public const string CheckChangesFile = "/export/check-changes";
    public const string QualityFile = "/export/quality";

    /// <summary>Where files are sent to, in pieces; the key of one follows.</summary>
    public const string Uploads = DataRoom + "/uploads";

    public const string Batches = DataRoom + "/batches";

    /// <summary>Name of the rejected rows of an upload.</summary>
    public const string RejectsFile = "rejects.csv";

    /// <summary>Patterns of addresses that hold more than a name.</summary>
    public const string CasePage = Cases + "/{Id:long}";
    public const string BatchPage = Batches + "/{Id:guid}";
    public const string UploadPage = DataRoom + "/{Id:guid}";
    public const string UploadStepPage = UploadPage + "/{Step}";
    public const string UploadRejects = DataRoom + "/{id:guid}/" + RejectsFile;
    public const string SourcePage = Sources + "/{Id:guid}";
    public const string LanguageRoute = "/language/{culture}";
    public const string TileRoute = Map + "/tiles/{z:int}/{x:int}/{y:int}.png";
    public const string ShapesRoute = Map + "/boundaries/{level}.geojson";

    /// <summary>The list of cases of a scope.</summary>
    public static string CasesIn(ScopeCodes scope) => Cases + scope.ToQueryString();

    /// <summary>One case; the scope leads back to its list.</summary>
    public static string Case(long id, ScopeCodes scope) => string.Create(CultureInfo.InvariantCulture, $"{Cases}/{id}{scope.ToQueryString()}");

    /// <summary>How figures come about: a file of docs/methods, by its name.</summary>
    public static string Method(string name) => "/help/" + Uri.EscapeDataString(name);

    /// <summary>One batch: what came in with one file.</summary>
    public static string Batch(Guid id) => $"{Batches}/{id}";

    /// <summary>One place from which files come by themselves.</summary>
    public static string Source(Guid id) => $"{Sources}/{id}";

    /// <summary>Where the pieces of one upload are sent to.</summary>
    public static string Upload(Guid id) => $"{Uploads}/{id}";

    /// <summary>Shapes as GeoJSON; the version lets browsers keep them for as long as they are the same.</summary>
    public static string Shapes(BoundaryLevel level, string? within, long version)
    {
        var place = within is null ? "" : $"in={Uri.EscapeDataString(within)}&";
        return string.Create(CultureInfo.InvariantCulture, $"{Map}/boundaries/{level.ToString().ToLowerInvariant()}.geojson?{place}v={version}");
    }

    /// <summary>Pictures of density, with the places of zoom, column and row to be filled in.</summary>
    public static string Tiles(IEnumerable<string> members) => $"{Map}/tiles/{{z}}/{{x}}/{{y}}.png?{string.Join('&', members)}";

    /// <summary>Sign-in that returns to a page of this site.</summary>
    public static string SignInThen(string returnUrl) => $"{SignIn}?returnUrl={Uri.EscapeDataString(Local(returnUrl))}";

    /// <summary>The second step of signing in, that then goes on to a page of this site.</summary>
    public static string FactorThen(string returnUrl) => $"{SignInFactor}?returnUrl={Uri.EscapeDataString(Local(returnUrl))}";

    /// <summary>Sets the language cookie and returns to a page of this site.</summary>
    public static string Language(string culture, string returnUrl) =>
        $"/language/{Uri.EscapeDataString(culture)}?returnUrl={Uri.EscapeDataString(Local(returnUrl))}";

    /// <summary>The address if it stays on this site, else the start page: never send people elsewhere.</summary>
    public static string Local(string? url)
    {
        if (string.IsNullOrEmpty(url) || url[0] != '/')
            return Overview;
        var leavesTheSite = url.Length > 1 && url[1] is '/' or '\\';
        return leavesTheSite || url.Any(char.IsControl) ? Overview : url;
    }

    /// <summary>Path and query of an absolute address under a base address.</summary>
    public static string PathOf(string absolute, string baseUri) =>
        absolute.StartsWith(baseUri, StringComparison.Ordinal) ? "/" + absolute[baseUri.Length..] : Overview;

    /// <summary>The page about places; null: the tree, or the reader's own place.</summary>
    public static string PlacesAt(string? view, string? code) =>
        view is not null ? $"{Places}?{PlacesView}={view.ToLowerInvariant()}" : code is null ? Places : $"{Places}?{PlacesPlace}={Uri.EscapeDataString(code)}";

    /// <summary>The file to fill in.</summary>
    public static string PlacesTemplate(PlaceFileKind kind) => $"{Places}/{kind.ToString().ToLowerInvariant()}.csv";
}
