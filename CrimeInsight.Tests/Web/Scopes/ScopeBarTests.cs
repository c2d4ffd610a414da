using AngleSharp.Dom;
using Bunit;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Shared.Scopes;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Web.Scopes;

/// <summary>Complete months from January 2023 to December 2024, days to Wednesday 15 January 2025.</summary>
public sealed class ScopeBarTests : WebContext
{
    private ScopeCodes? _changed;

    public ScopeBarTests() => Services.AddSingleton<PlaceSearchCache>();

    [Theory]
    [InlineData("", "Last 12 months", new string[0])]
    [InlineData("?from=2024-03&until=2024-06", "Mar 2024 to May 2024", new[] { "From month", "Through month" })]
    [InlineData("?from=2025-01-14&until=2025-01-15", "14-01-2025", new[] { "Day" })]
    [InlineData("?from=2024-12-02&until=2024-12-09", "02-12-2024 to 08-12-2024", new[] { "Week with this day" })]
    [InlineData("?from=2024-12-03&until=2024-12-10", "03-12-2024 to 09-12-2024", new[] { "From day", "Through day" })]
    [InlineData("?from=2025-01-10", "Since 10-01-2025", new[] { "Since" })]
    [InlineData("?from=2025-01-09&until=2025-01-16", "Last 7 days", new string[0])]
    [InlineData("?from=2025-01-15&until=2025-01-16", "Newest day", new string[0])]
    public void Period_OfTheAddress_IsShownInItsForm(string address, string shown, string[] labels)
    {
        var fields = Fields(address);
        Assert.Equal(shown, fields.Find(".scope-period .mud-input-slot").TextContent.Trim() is { Length: > 0 } text ? text
            : fields.Find(".scope-period input").GetAttribute("value"));
        Assert.Equal(labels, fields.FindAll(".scope-when label").Select(label => label.TextContent.Trim()));
    }

    [Theory]
    [InlineData("?in=A", "One day", "?in=A&from=2024-12-31&until=2025-01-01")]
    [InlineData("?in=A", "One week", "?in=A&from=2024-12-30&until=2025-01-06")]
    [InlineData("?in=A", "Since a day", "?in=A&from=2024-01-01")]
    [InlineData("?in=A", "Choose days", null)]
    [InlineData("?in=A", "Choose months", null)]
    [InlineData("?in=A", "Last month", "?in=A&from=2024-12&until=2025-01")]
    [InlineData("?in=A", "Last 7 days", "?in=A&from=2025-01-09&until=2025-01-16")]
    [InlineData("?in=A", "Newest day", "?in=A&from=2025-01-15&until=2025-01-16")]
    [InlineData("?in=A&from=2023-01&until=2024-01", "Last 12 months", "?in=A")]
    [InlineData("?in=A&from=2025-01-03", "Choose months", "?in=A&from=2024-12&until=2025-01")]
    [InlineData("?in=A&from=2025-01-03", "Choose days", null)]
    [InlineData("?in=A", "Year 2023", "?in=A&from=2023-01&until=2024-01")]
    public async Task Choice_OfAForm_ChangesTheAddressOnceItsPeriodIsAnother(string address, string choice, string? expected)
    {
        var fields = Fields(address);
        await fields.Find(".scope-period.mud-input-control, .scope-period .mud-input-control").MouseDownAsync(new());
        var item = fields.FindAll(".mud-list-item").Single(item => item.TextContent.Trim() == choice);
        await item.ClickAsync(new());
        Assert.Equal(expected, _changed?.ToQueryString());
    }

    [Theory]
    [InlineData("?from=2025-01-14&until=2025-01-15", 0, "2025-01-10", "?from=2025-01-10&until=2025-01-11")]
    [InlineData("?from=2024-12-02&until=2024-12-09", 0, "2024-12-22", "?from=2024-12-16&until=2024-12-23")]
    [InlineData("?from=2025-01-10", 0, "2024-11-30", "?from=2024-11-30")]
    [InlineData("?from=2024-12-03&until=2024-12-10", 0, "2024-12-20", "?from=2024-12-20&until=2024-12-21")]
    [InlineData("?from=2024-12-03&until=2024-12-10", 1, "2024-12-20", "?from=2024-12-03&until=2024-12-21")]
    [InlineData("?from=2024-12-03&until=2024-12-10", 1, "2024-11-20", "?from=2024-11-20&until=2024-11-21")]
    [InlineData("?from=2025-01-10", 0, "0002-01-10", null)]
    [InlineData("?from=2025-01-10", 0, "2025-01-16", null)]
    [InlineData("?from=2025-01-10", 0, "2022-12-31", null)]
    [InlineData("?from=2025-01-10", 0, "", null)]
    public async Task Day_Typed_ChangesTheAddressWhereThereAreData(string address, int field, string typed, string? expected)
    {
        var fields = Fields(address);
        await fields.FindAll(".scope-when input")[field].ChangeAsync(new ChangeEventArgs { Value = typed });
        Assert.Equal(expected, _changed?.ToQueryString());
    }

    [Fact]
    public void Days_Offered_EndWithTheData()
    {
        var input = Fields("?from=2025-01-10").Find(".scope-when input");
        Assert.Equal(("date", "2025-01-10", "2023-01-01", "2025-01-15"), (Of("type"), Of("value"), Of("min"), Of("max")));
        string? Of(string name) => input.GetAttribute(name);
    }

    [Theory]
    [InlineData("en-IN", DateBasis.Occurred, "Data until 15-01-2025", "By date of offence")]
    [InlineData("en-IN", DateBasis.Registered, "Data until 15-01-2025", "By date of registration")]
    [InlineData("hi-IN", DateBasis.Registered, "15-01-2025 तक का डेटा", "दर्ज होने की तारीख से")]
    [InlineData("ta-IN", DateBasis.Registered, "15-01-2025 வரையிலான தரவு", "பதிவு தேதிப்படி")]
    public void Marks_Bar_SaysHowFarTheDataGoAndByWhichDate(string culture, DateBasis basis, string until, string by)
    {
        UseCulture(culture);
        Assert.Equal([until, by], Marks(Of(""), basis));
    }

    [Theory]
    [InlineData("?basis=registered", "By date of registration")]
    [InlineData("?basis=occurred", "By date of offence")]
    public void Marks_BasisOfTheAddress_IsSaid(string address, string expected) => Assert.Equal(expected, Marks(Of(address), null)[^1]);

    [Fact]
    public void Marks_NoData_SayNothing() =>
        Assert.Empty(Marks(Of("") with { Status = MapContexts.Status with { FirstMonth = null, AsOf = null, Until = null } }, null));

    private List<string> Marks(Scope scope, DateBasis? basis)
    {
        var bar = RenderInShell(builder =>
        {
            builder.OpenComponent<ScopeBar>(0);
            builder.AddAttribute(1, nameof(ScopeBar.Context), scope);
            builder.AddAttribute(2, nameof(ScopeBar.CountedBy), basis);
            builder.CloseComponent();
        });
        return [.. bar.FindAll(".scope-bar-wide .scope-mark span").Select(mark => mark.TextContent)];
    }

    private IRenderedComponent<IComponent> Fields(string address) => RenderInShell(builder =>
    {
        builder.OpenComponent<PeriodFields>(0);
        builder.AddAttribute(1, nameof(PeriodFields.Context), Of(address));
        builder.AddAttribute(2, nameof(PeriodFields.Changed), EventCallback.Factory.Create<ScopeCodes>(this, codes => _changed = codes));
        builder.CloseComponent();
    });

    private static Scope Of(string address)
    {
        var scope = MapContexts.Of("A", "A");
        var status = MapContexts.Status with { Until = new DateOnly(2025, 1, 16) };
        return ScopeResolver.Resolve(ScopeCodes.Parse(address), scope.Viewer, scope.Reference, status, default);
    }
}
