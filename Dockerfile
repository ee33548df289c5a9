FROM eclipse-temurin:17-jre
RUN useradd --system peerexchange
USER peerexchange
COPY target/peer-exchange-*.jar /app/peer-exchange.jar
ENTRYPOINT ["java", "-jar", "/app/peer-exchange.jar"]
