using System.Globalization;
using Bunit;
using Bunit.Rendering;
using CrimeInsight.Core.Health;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Core.Runs;
using CrimeInsight.Core.Settings;
using CrimeInsight.Web.Features.SignIn;
using CrimeInsight.Web.Shared.Formatting;
using CrimeInsight.Web.Shared.Layout;
using CrimeInsight.Web.Shared.Security;
using CrimeInsight.Web.Shared.Tables;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace CrimeInsight.Tests.Support;

/// <summary>
/// Base of component tests: MudBlazor, our texts and formats, a pinned culture. JavaScript is loose, except that our own
/// modules must be set up by the test that uses them.
/// </summary>
public abstract class WebContext : BunitContext
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;
    private readonly CultureInfo _beforeUi = CultureInfo.CurrentUICulture;

    protected WebContext()
    {
        UseCulture("en-IN");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging();
        Services.AddLocalization();
        Services.AddMudServices();
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton<ISettings>(Settings);
        Services.AddSingleton<OfferedLanguages>();
        Services.AddScoped<DisplayState>();
        Services.AddScoped<DisplayFormat>();
        Services.AddScoped<SmallNumbers>();
        Services.AddScoped<CoverageText>();
        Services.AddScoped<WithheldText>();
        Services.AddScoped<TableWords>();
        Services.AddScoped<PreferenceSaver>();
        Services.AddScoped<ShellServices>();
        Services.AddSingleton<IPersonPreferenceStore>(Preferences);
        Services.AddSingleton<IAuditWriter>(Audit);
        Services.AddSingleton<IAttemptCounter>(new FakeAttempts());
        Services.AddSingleton<RefusalTrail>();
        Services.AddSingleton<IRefusalTrail>(provider => provider.GetRequiredService<RefusalTrail>());
        Services.AddSingleton<IViewerAccessor>(Viewers);
        Services.AddSingleton<IDataStatusReader>(Status);
        Services.AddSingleton<ITaskProgressReader>(Status);
        Services.AddSingleton<IDatabaseWatch>(Watch);
        Services.AddSingleton<SiteStatusMonitor>();
        Services.AddSingleton(new DemoMode(false));
    }

    /// <summary>Whether components are on a live page, or on one that is being made ready to be sent.</summary>
    protected bool IsInteractive { get; set; } = true;

    internal FakeSettings Settings { get; } = new();

    internal FakeAudit Audit { get; } = new();

    internal FakePreferences Preferences { get; } = new();

    internal FakeViewers Viewers { get; } = new();

    internal FakeStatus Status { get; } = new();

    internal FakeDatabaseWatch Watch { get; } = new();

    // Not in the constructor: it makes the services, and derived contexts add theirs after it.
    public override IRenderedComponent<TComponent> Render<TComponent>(Action<ComponentParameterCollectionBuilder<TComponent>>? parameterBuilder = null)
    {
        SetRendererInfo(new RendererInfo("Server", IsInteractive));
        return base.Render(parameterBuilder);
    }

    public override IRenderedComponent<TComponent> Render<TComponent>(RenderFragment renderFragment)
    {
        SetRendererInfo(new RendererInfo("Server", IsInteractive));
        return base.Render<TComponent>(renderFragment);
    }

    public override IRenderedComponent<ContainerFragment> Render(RenderFragment renderFragment)
    {
        SetRendererInfo(new RendererInfo("Server", IsInteractive));
        return base.Render(renderFragment);
    }

    /// <summary>The culture of everything rendered from now on.</summary>
    protected static CultureInfo UseCulture(string name)
    {
        var culture = AppCultures.Find(name)!;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        return culture;
    }

    /// <summary>Renders beside the provider that menus and dialogs need.</summary>
    protected IRenderedComponent<IComponent> RenderInShell(RenderFragment content) => Render(builder =>
    {
        builder.OpenComponent<MudPopoverProvider>(0);
        builder.CloseComponent();
        builder.OpenComponent<MudDialogProvider>(1);
        builder.CloseComponent();
        builder.AddContent(2, content);
    });

    protected override void Dispose(bool disposing)
    {
        CultureInfo.CurrentCulture = _before;
        CultureInfo.CurrentUICulture = _beforeUi;
        base.Dispose(disposing);
    }
}
