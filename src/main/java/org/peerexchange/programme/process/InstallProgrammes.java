package org.peerexchange.programme.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.Resource;
import org.peerexchange.people.CannotStart;
import org.peerexchange.programme.Installed;
import org.peerexchange.programme.InstalledProgrammes;
import org.peerexchange.programme.ModelFiles;
import org.peerexchange.programme.Programme;
import org.peerexchange.programme.ProgrammeFile;
import org.peerexchange.programme.ProgrammeFiles;
import org.peerexchange.programme.ProgrammeReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/**
 * Gives the engine the built-in models, and then each programme of the folders: as the folder has it when nothing is wrong there,
 * else as it was installed last, so that running cases keep their models, tables and texts. A programme that was never installed
 * and is wrong is left out. None of this stops another programme.
 *
 * <p>A folder is kept in the engine as two deployments: what the engine runs, and the words. So a new text makes no new version of
 * a model. Files keep their names, and unchanged content is not deployed again.
 */
@Component
class InstallProgrammes extends AbstractProcessEnginePlugin implements InstalledProgrammes {

    private static final Logger LOG = LoggerFactory.getLogger(InstallProgrammes.class);

    private static final String BUILT_IN = "built in";
    private static final String FOLDER = "programme folder";
    private static final String WORDS = "words of a programme folder";
    private static final List<String> RUN_BY_THE_ENGINE = List.of("bpmn", "dmn", "form");

    private final CheckModelsFirst checks;
    private final ObjectProvider<ProgrammeReader> readers;
    private final List<String> directories;
    private final boolean installs;
    private final Map<String, Installed> installed = new LinkedHashMap<>();

    InstallProgrammes(
            CheckModelsFirst checks,
            ObjectProvider<ProgrammeReader> readers,
            @Value("${peerexchange.programmes:}") List<String> directories,
            @Value("${peerexchange.installs:true}") boolean installs) {
        this.checks = checks;
        this.readers = readers;
        this.directories = directories;
        this.installs = installs;
    }

    @Override
    public List<Installed> all() {
        return List.copyOf(installed.values());
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        RepositoryService repository = engine.getRepositoryService();
        if (installs) {
            deploy(repository, BUILT_IN, BUILT_IN, runByTheEngine(ProgrammeFiles.builtIn()));
        }
        checks.builtIn()
                .programmes()
                .values()
                .forEach(programme -> keep(programme.key(), programme, Installed.State.BUILT_IN, null, List.of()));
        Map<String, Path> folders = folders();
        Map<String, Earlier> earlier = earlier(repository);
        Map<String, ModelFiles> others = new TreeMap<>();
        earlier.forEach((key, version) -> others.put(key, version.models()));
        Set<String> keys = new TreeSet<>(earlier.keySet());
        keys.addAll(folders.keySet());
        for (String key : keys) {
            ModelFiles runs = install(repository, key, folders.get(key), earlier.get(key), others);
            if (runs != null) {
                others.put(key, runs);
            }
        }
    }

    /** Without installing, the programmes are as they were installed last. */
    private Map<String, Path> folders() {
        Map<String, Path> folders = new LinkedHashMap<>();
        (installs ? directories : List.<String>of())
                .stream()
                        .flatMap(directory -> ProgrammeFolders.in(Path.of(directory)).stream())
                        .forEach(folder -> folders.put(ProgrammeFolders.key(folder), folder));
        return folders;
    }

    /** What a programme was when it was last right. */
    private record Earlier(ProgrammeFiles files, ModelFiles models, Instant since) {}

    private Map<String, Earlier> earlier(RepositoryService repository) {
        Map<String, Earlier> earlier = new TreeMap<>();
        latest(repository, FOLDER).forEach((key, deployment) -> {
            try {
                Deployment words = latest(repository, WORDS).get(key);
                ProgrammeFiles files = files(repository, key, deployment).and(files(repository, key, words));
                earlier.put(
                        key,
                        new Earlier(
                                files,
                                new ModelReader(files).read(),
                                deployment.getDeploymentTime().toInstant()));
            } catch (CannotStart unreadable) {
                LOG.error("The installed version of the programme {} cannot be used: {}", key, unreadable.getMessage());
            }
        });
        return earlier;
    }

    private static Map<String, Deployment> latest(RepositoryService repository, String source) {
        Map<String, Deployment> latest = new LinkedHashMap<>();
        repository.createDeploymentQuery().deploymentSource(source).orderByDeploymentTime().asc().list().stream()
                .forEach(deployment -> latest.put(deployment.getName(), deployment));
        return latest;
    }

    private static ProgrammeFiles files(RepositoryService repository, String key, Deployment deployment) {
        List<ProgrammeFile> files = new ArrayList<>();
        if (deployment != null) {
            for (Resource kept : repository.getDeploymentResources(deployment.getId())) {
                files.add(new ProgrammeFile(key, kept.getName(), new ByteArrayResource(kept.getBytes())));
            }
        }
        return new ProgrammeFiles(files);
    }

    /** What runs of the programme from now on; null when nothing does. */
    private ModelFiles install(
            RepositoryService repository, String key, Path folder, Earlier earlier, Map<String, ModelFiles> others) {
        List<String> wrong = new ArrayList<>();
        if (folder != null) {
            ProgrammeFolders.Content content = ProgrammeFolders.read(key, folder);
            wrong.addAll(content.wrong());
            if (content.models() != null) {
                wrong.addAll(checks.wrong(beside(others, key, content.models())));
                checks.doubtful(content.models()).forEach(LOG::warn);
            }
            if (wrong.isEmpty()) {
                wrong.addAll(deploy(repository, key, content.files()));
            }
            if (wrong.isEmpty()) {
                read(content.files());
                keep(key, content.models(), Installed.State.RUNS, null, List.of());
                return content.models();
            }
            LOG.error("The programme {} is not as it should be:\n{}", key, String.join("\n", wrong));
        }
        if (earlier == null) {
            keep(key, (Programme) null, Installed.State.NOT_STARTED, null, wrong);
            return null;
        }
        read(earlier.files());
        keep(
                key,
                earlier.models(),
                folder == null ? Installed.State.FOLDER_GONE : Installed.State.GOES_ON,
                earlier.since(),
                wrong);
        return earlier.models();
    }

    private ModelFiles beside(Map<String, ModelFiles> others, String key, ModelFiles own) {
        ModelFiles all = checks.builtIn();
        for (Map.Entry<String, ModelFiles> other : others.entrySet()) {
            all = other.getKey().equals(key) ? all : all.and(other.getValue());
        }
        return all.and(own);
    }

    private void read(ProgrammeFiles files) {
        readers.stream().forEach(reader -> reader.read(files));
    }

    private void keep(String key, ModelFiles models, Installed.State state, Instant since, List<String> wrong) {
        keep(key, models.programmes().values().iterator().next(), state, since, wrong);
    }

    private void keep(String key, Programme programme, Installed.State state, Instant since, List<String> wrong) {
        installed.put(key, new Installed(key, programme == null ? key : programme.name(), state, since, wrong));
    }

    /** What the engine itself does not take: sentences. */
    private static List<String> deploy(RepositoryService repository, String key, ProgrammeFiles files) {
        try {
            List<ProgrammeFile> run = runByTheEngine(files);
            deploy(repository, key, FOLDER, run);
            deploy(
                    repository,
                    key,
                    WORDS,
                    files.all().stream().filter(file -> !run.contains(file)).toList());
            return List.of();
        } catch (ProcessEngineException refused) {
            return List.of("%s: the engine does not take it: %s".formatted(key, refused.getMessage()));
        }
    }

    private static List<ProgrammeFile> runByTheEngine(ProgrammeFiles files) {
        return RUN_BY_THE_ENGINE.stream()
                .flatMap(ending -> files.ending("." + ending).stream())
                .toList();
    }

    private static void deploy(RepositoryService repository, String name, String source, List<ProgrammeFile> files) {
        DeploymentBuilder deployment =
                repository.createDeployment().name(name).source(source).enableDuplicateFiltering(false);
        for (ProgrammeFile file : files) {
            try {
                deployment.addInputStream(file.name(), file.open());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        deployment.deploy();
    }
}
