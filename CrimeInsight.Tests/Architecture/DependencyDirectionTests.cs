using CrimeInsight.Core.Incidents;
using CrimeInsight.Data;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web;

namespace CrimeInsight.Tests.Architecture;

public sealed class DependencyDirectionTests
{
    private static readonly string[] s_database = ["Npgsql", "Dapper", "dbup", "Hangfire.PostgreSql"];

    [Fact]
    public void Core_References_HoldNoUiNoSqlAndNoOtherProject() =>
        Assert.Empty(DependencyRules.Forbidden(
            typeof(Incident).Assembly,
            [.. s_database, "CrimeInsight.", "Microsoft.AspNetCore", "MudBlazor", "System.Data", "Microsoft.Extensions.Localization"]));

    [Fact]
    public void Data_References_HoldNoUi() =>
        Assert.Empty(DependencyRules.Forbidden(
            typeof(DataServiceCollectionExtensions).Assembly,
            ["CrimeInsight.Web", "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Mvc", "MudBlazor",
                "Microsoft.Extensions.Localization"]));

    [Fact]
    public void Web_References_HoldNoSql() => Assert.Empty(DependencyRules.Forbidden(typeof(App).Assembly, s_database));

    [Fact]
    public void Forbidden_RuleThatMustFail_Fails() =>
        Assert.NotEmpty(DependencyRules.Forbidden(typeof(DataServiceCollectionExtensions).Assembly, s_database));

    // The compiler drops references that are not used, so the project files are read too. System.IO.Hashing: Core knows a row without a
    // reference again by its hash, which has to be the same in every process.
    [Theory]
    // Parquet.Net: rows of foreign files (ADR 0021). NetTopologySuite.IO: files of boundaries.
    [InlineData("CrimeInsight.Core",
        "MathNet.Numerics Microsoft.Extensions.Hosting.Abstractions Microsoft.ML.LightGbm NetTopologySuite NetTopologySuite.IO.Esri.Shapefile "
            + "NetTopologySuite.IO.GeoJSON4STJ Parquet.Net System.IO.Hashing System.Numerics.Tensors")]
    [InlineData("CrimeInsight.Data",
        "CrimeInsight.Core Dapper Hangfire.AspNetCore Hangfire.PostgreSql Microsoft.AspNetCore.App Npgsql System.IO.Hashing dbup-postgresql")]
    // Markdig: the pages of docs/methods as they are shown in the app.
    // Otp.NET: codes of the second factor (RFC 6238); QRCoder: the picture that a device reads its secret from.
    [InlineData("CrimeInsight.Web",
        "CrimeInsight.Core CrimeInsight.Data DocumentFormat.OpenXml Markdig Microsoft.Extensions.Localization MudBlazor Otp.NET Parquet.Net QRCoder "
            + "SkiaSharp SkiaSharp.NativeAssets.Linux.NoDependencies System.CommandLine")]
    public void Project_References_AreExactlyTheAllowed(string project, string allowed) =>
        Assert.Equal(allowed.Split(' '), DependencyRules.References(ReadProject(project)));

    [Fact]
    public void Data_SqlPackages_AreInvisibleToWeb() =>
        Assert.Empty(DependencyRules.Leaking(ReadProject("CrimeInsight.Data"), "Npgsql", "Dapper", "Hangfire.AspNetCore", "Hangfire.PostgreSql"));

    [Fact]
    public void Leaking_PackageWithoutPrivateAssets_IsFound() =>
        Assert.Equal(["Dapper"], DependencyRules.Leaking("<Project><ItemGroup><PackageReference Include=\"Dapper\" /></ItemGroup></Project>", "Dapper"));

    private static string ReadProject(string name) => File.ReadAllText(Repository.PathOf(name, $"{name}.csproj"));
}
