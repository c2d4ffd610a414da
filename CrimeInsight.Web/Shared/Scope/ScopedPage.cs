using CrimeInsight.Web.Resources;
using CrimeInsight.Web.Shared.Formatting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CrimeInsight.Web.Shared.Scope;

/// <summary>Base of a page about a scope, which its address carries.</summary>
public abstract class ScopedPage : ComponentBase
{
    [Inject] public required IStringLocalizer<ScopeText> ScopeWords { get; init; }

    [Inject] public required DisplayFormat Format { get; init; }

    [Inject] public required ScopeResolver Resolver { get; init; }

    [SupplyParameterFromQuery(Name = "in")] public string? In { get; set; }

    [SupplyParameterFromQuery(Name = "head")] public string? Head { get; set; }

    [SupplyParameterFromQuery(Name = "from")] public string? From { get; set; }

    [SupplyParameterFromQuery(Name = "until")] public string? Until { get; set; }

    /// <summary>The scope as the address has it.</summary>
    protected Scope Address => new(In, Head, From, Until);

    /// <summary>The scope resolved; null before that.</summary>
    protected ScopeContext? Context { get; private set; }

    protected string PlaceName => Context!.Place is { } place ? Context.Reference.Place(place.Code) : ScopeWords[nameof(ScopeText.AllMine)];

    protected string HeadName => Context!.Head.ParentId is null ? ScopeWords[nameof(ScopeText.AllHeads)] : Context.Reference.Head(Context.Head.Code);

    protected override async Task OnParametersSetAsync() => Context = await Resolver.ResolveAsync(Address, CancellationToken.None);
}
