using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Web.Features.People;

/// <summary>What the page about people asks.</summary>
public sealed class PeopleServices(IPeople people, IViewerAccessor viewers, IReferenceDataReader references)
{
    public IPeople People { get; } = people;

    public IViewerAccessor Viewers { get; } = viewers;

    public IReferenceDataReader References { get; } = references;
}
