using Bunit;
using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Reference;
using CrimeInsight.Web;
using CrimeInsight.Web.Features.DataRoom;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CrimeInsight.Tests.Support;

/// <summary>The page of an upload over a data room that a test fills.</summary>
public abstract class DataRoomContext : WebContext
{
    private protected FakeDataRoom Room { get; } = new();

    protected DataRoomContext()
    {
        SiteServer.AddFeatures(Services);
        Services.AddSingleton(UploadRules.Usual);
        Services.AddSingleton<IUploadStore>(Room);
        Services.AddSingleton<IStepStore>(Room);
        Services.AddSingleton<IUploadFiles>(Room);
        Services.AddSingleton<IMappingStore>(Room);
        Services.AddSingleton<IStepQueue>(Room);
        Services.AddSingleton<IReferenceDataReader>(new FakeReference());
        JSInterop.SetupModule("./Shared/Uploads/FileUpload.razor.js").Mode = JSRuntimeMode.Loose;
    }

    protected IRenderedComponent<IComponent> Show(string? step = null) => RenderInShell(builder =>
    {
        builder.OpenComponent<UploadPage>(0);
        builder.AddComponentParameter(1, nameof(UploadPage.Id), Room.Upload.Id);
        builder.AddComponentParameter(2, nameof(UploadPage.Step), step);
        builder.CloseComponent();
    });
}
