using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Scope;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Features.Cases;

using Scope = CrimeInsight.Web.Shared.Scope.Scope;

/// <summary>The cases of a scope, a page at a time.</summary>
public sealed partial class CasesPage
{
    private ScopeContext? _context;

    [Inject] public required IStringLocalizer<CasesText> Text { get; init; }

    [Inject] public required IStringLocalizer<ScopeText> ScopeWords { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required ScopeResolver Resolver { get; init; }

    [SupplyParameterFromQuery(Name = "in")] public string? In { get; set; }

    [SupplyParameterFromQuery(Name = "head")] public string? Head { get; set; }

    [SupplyParameterFromQuery(Name = "from")] public string? From { get; set; }

    [SupplyParameterFromQuery(Name = "until")] public string? Until { get; set; }

    [SupplyParameterFromQuery(Name = CaseUrls.BeforeName)] public string? Before { get; set; }

    [SupplyParameterFromQuery(Name = CaseUrls.AfterName)] public string? After { get; set; }

    private string PlaceName => _context!.Place is { } place ? _context.Reference.Place(place.Code) : ScopeWords[nameof(ScopeText.AllMine)];

    private string HeadName => _context!.Head.ParentId is null ? ScopeWords[nameof(ScopeText.AllHeads)] : _context.Reference.Head(_context.Head.Code);

    protected override async Task OnParametersSetAsync() =>
        _context = await Resolver.ResolveAsync(new Scope(In, Head, From, Until), CancellationToken.None);
}
