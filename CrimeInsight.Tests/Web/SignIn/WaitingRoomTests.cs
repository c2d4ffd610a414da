using System.Net;
using System.Text;
using CrimeInsight.Core.Health;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Layout;
using CrimeInsight.Web.Shared.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.SignIn;

public sealed class WaitingRoomTests
{
    private readonly FakeDatabaseWatch _database = new();

    [Theory]
    [InlineData("en-IN", "The database does not answer")]
    [InlineData("hi-IN", "डेटाबेस से उत्तर नहीं मिल रहा")]
    [InlineData("ta-IN", "தரவுத்தளத்திலிருந்து பதில் இல்லை")]
    public async Task Invoke_PageWhileTheDatabaseIsAway_SaysSoAndComesAgainByItself(string culture, string title)
    {
        _database.Become(DatabaseCondition.Away);
        var context = Request("/map", "?in=IN-TN&head=theft", "text/html,*/*");
        System.Globalization.CultureInfo.CurrentUICulture = AppCultures.Find(culture)!;

        await new WaitingRoom(_ => throw new InvalidOperationException("Nothing may be asked."), _database).InvokeAsync(context);

        Assert.Equal(503, context.Response.StatusCode);
        Assert.Equal("5", context.Response.Headers.RetryAfter);
        Assert.Equal("no-store", context.Response.Headers.CacheControl);
        var page = WebUtility.HtmlDecode(Body(context));
        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.Contains("data-target=\"/map?in=IN-TN&head=theft\"", page, StringComparison.Ordinal);
        Assert.Contains("js/waiting.js", page, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_CouldNotAskMidway_IsUnavailableNotAnError()
    {
        var context = Request("/export/query.csv", "", "text/csv");

        await new WaitingRoom(_ => throw new TimeoutException(), _database).InvokeAsync(context);

        Assert.Equal(503, context.Response.StatusCode);
        Assert.Equal("5", context.Response.Headers.RetryAfter);
        Assert.Empty(Body(context));
    }

    [Fact]
    public async Task Invoke_FaultOfAnotherKind_IsNotHidden()
    {
        var context = Request("/", "", "text/html");
        await Assert.ThrowsAsync<InvalidOperationException>(() => new WaitingRoom(_ => throw new InvalidOperationException(), _database).InvokeAsync(context));
    }

    [Fact]
    public async Task Invoke_FileOfTheSiteWhileTheDatabaseIsAway_IsServed()
    {
        _database.Become(DatabaseCondition.Recovering);
        var context = Request("/js/waiting.js", "", "text/html,*/*");
        var descriptor = new StaticAssetDescriptor { Route = "js/waiting.js", AssetPath = "js/waiting.js" };
        context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(descriptor), "asset"));
        var isServed = false;

        await new WaitingRoom(Serve, _database).InvokeAsync(context);

        Assert.True(isServed);
        Task Serve(HttpContext served)
        {
            isServed = served == context;
            return Task.CompletedTask;
        }
    }

    private static DefaultHttpContext Request(string path, string query, string accept)
    {
        var context = new DefaultHttpContext
        {
            Request = { Method = "GET", Path = path, QueryString = new QueryString(query), Headers = { Accept = accept } },
            RequestServices = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider(),
        };
        context.Response.Body = new MemoryStream();
        return context;
    }

    private static string Body(HttpContext context) => Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray());
}
